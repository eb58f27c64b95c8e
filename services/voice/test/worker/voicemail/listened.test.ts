import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { openDb } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { VoiceService } from "../../../src/rpc.ts";
import { markVoicemailListened } from "../../../src/voicemail/mark-voicemail-listened.ts";
import { testContext, testEnv } from "../carrier.ts";

const db = openDb(testEnv.DB);
const jane = { kind: "user" as const, id: "usr_jane", name: "Jane", role: "agent" as const };
const robot = { kind: "key" as const, id: "key_1", name: "Dialer", role: null };
const at = new Date("2026-11-29T12:00:00Z");

beforeEach(async () => {
	await db.delete(voicemails);
	const row = { callId: "call_1", status: "stored" as const, transcriptStatus: "pending" as const };
	const voicemail = (id: string) => ({ ...row, id, carrierRecordingId: id, createdAt: at });
	await db.insert(voicemails).values([voicemail("vm_1"), voicemail("vm_2")]);
});

async function load(id: string) {
	const [row] = await db.select().from(voicemails).where(eq(voicemails.id, id));
	return [row?.listenedAt, row?.listenedById, row?.listenedByName];
}

it("keeps who listened first and when, whoever listens later", async () => {
	const later = new Date(at.getTime() + 60_000);
	const ofJane = { id: "vm_1", listenedAt: at.getTime(), listenedBy: { id: "usr_jane", name: "Jane" } };
	expect(await markVoicemailListened(testContext({}, at), ["vm_1", "vm_unknown"], jane)).toMatchObject([
		ofJane,
	]);
	const answered = await markVoicemailListened(testContext({}, later), ["vm_1", "vm_2"], robot);
	expect(answered).toHaveLength(2);
	expect(answered).toContainEqual(expect.objectContaining(ofJane));
	expect(await load("vm_2")).toEqual([later, "key_1", "Dialer"]);
});

it("names nobody for what was heard before names were kept", async () => {
	await db.update(voicemails).set({ listenedAt: at }).where(eq(voicemails.id, "vm_1"));
	expect(await markVoicemailListened(testContext(), ["vm_1"], jane)).toMatchObject([
		{ id: "vm_1", listenedAt: at.getTime(), listenedBy: null },
	]);
});

it("forgets who listened when it is marked as unheard, so that the next one is the first", async () => {
	const context = createExecutionContext();
	const service = new VoiceService(context, testEnv);
	await service.markVoicemailListened(["vm_1"], jane);
	expect(await service.markVoicemailUnheard(["vm_1", "vm_unknown"])).toEqual({
		ok: true,
		value: { unheardIds: ["vm_1"] },
	});
	expect(await load("vm_1")).toEqual([null, null, null]);
	await service.markVoicemailListened(["vm_1"], robot);
	expect((await load("vm_1"))[2]).toBe("Dialer");
	await waitOnExecutionContext(context);
});
