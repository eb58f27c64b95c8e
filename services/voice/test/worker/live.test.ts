import { createExecutionContext, createMessageBatch, waitOnExecutionContext } from "cloudflare:test";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { openDb } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { callIdOf, voicemailIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import worker from "../../src/index.ts";
import { VoiceService } from "../../src/rpc.ts";
import { sendWebhook, sidOf, testEnv } from "./carrier.ts";
import { caller, foundCompany, mainLine } from "./directory.ts";

beforeAll(foundCompany);
afterEach(() => vi.restoreAllMocks());

const db = openDb(testEnv.DB);
const call = { CallSid: sidOf("CA", "live"), From: caller, To: mainLine, CallStatus: "in-progress" };
const recording = { CallSid: call.CallSid, RecordingSid: sidOf("RE", "live"), RecordingDuration: "9" };
const callId = callIdOf(call.CallSid);
const voicemailId = voicemailIdOf(recording.RecordingSid);
const between = { from: caller, to: mainLine };
const inProgress = { kind: "call", callId, ...between, status: "in_progress" };
const voicemail = { kind: "voicemail", voicemailId, extension: "101", extensionId: "ext_101", from: caller };

function messagingThat(publishLive: (events: LiveEvent[]) => Promise<unknown>) {
	return { MESSAGING: { publishLive } as unknown as VoiceEnv["MESSAGING"] };
}

async function eventsOf(path: string, params: Record<string, string>, signature?: string) {
	const told: LiveEvent[] = [];
	const env = messagingThat(async (events) => told.push(...events));
	await sendWebhook(path, params, { env, ...(signature !== undefined && { signature }) });
	return told;
}

async function createdAt(): Promise<string> {
	const [row] = await db.select().from(voicemails).where(eq(voicemails.id, voicemailId));
	return row?.createdAt.toISOString() ?? "";
}

describe("browsers", () => {
	it.each<[string, Record<string, string>, object[]]>([
		["/ivr/inbound", call, [inProgress]],
		["/ivr/inbound", { ...call, From: "anonymous" }, [{ ...inProgress, from: null }]],
		["/ivr/menu/1", { ...call, Digits: "101" }, [inProgress]],
		["/ivr/voicemail/101/finished", { ...call, RecordingDuration: "0" }, [inProgress]],
		["/ivr/voicemail/101/finished", { ...call, ...recording }, [inProgress, voicemail]],
		["/ivr/voicemail/101/recorded", recording, [voicemail, inProgress]],
		["/ivr/voicemail/101/recorded", { ...recording, RecordingStatus: "absent" }, []],
		[
			"/ivr/voicemail/101/transcribed",
			{ ...recording, TranscriptionStatus: "completed", TranscriptionText: "Hello." },
			[voicemail],
		],
		[
			"/ivr/status",
			{ ...call, CallStatus: "completed", CallDuration: "9" },
			[{ ...inProgress, status: "completed" }],
		],
	])("hear of %s with %o", async (path, params, events) => {
		const told = await eventsOf(path, params);
		const at = await createdAt();
		expect(told).toEqual(
			events.map((event) => (event === voicemail ? { ...voicemail, createdAt: at } : event)),
		);
	});

	it("hear nothing of a forged webhook", async () => {
		expect(await eventsOf("/ivr/inbound", call, "forged")).toEqual([]);
	});
});

describe("browsers hear of a voicemail", () => {
	async function deliver(queue: string, task: "store" | "transcribe", env: Partial<VoiceEnv> = {}) {
		const told: LiveEvent[] = [];
		const body = { task, voicemailId };
		const batch = createMessageBatch(queue, [{ id: "1", timestamp: new Date(), body, attempts: 1 }]);
		const context = createExecutionContext();
		const messaging = messagingThat(async (events) => told.push(...events));
		await worker.queue(batch, { ...testEnv, ...messaging, ...env }, context);
		await waitOnExecutionContext(context);
		return told;
	}

	async function ask(work: (voice: VoiceService) => Promise<unknown>) {
		const told: LiveEvent[] = [];
		const context = createExecutionContext();
		const messaging = messagingThat(async (events) => told.push(...events));
		await work(new VoiceService(context, { ...testEnv, ...messaging }));
		await waitOnExecutionContext(context);
		return told;
	}

	it("that is stored, written down, failed, listened to and deleted", async () => {
		await db
			.update(voicemails)
			.set({ status: "recorded", transcript: null, transcriptStatus: "pending" })
			.where(eq(voicemails.id, voicemailId));
		const about = [{ ...voicemail, createdAt: await createdAt() }];
		expect(await deliver("voicemail-ingest-dead", "store")).toEqual(about);
		expect(await deliver("voicemail-ingest-dead", "transcribe")).toEqual(about);
		vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(new Uint8Array([0xff, 0xf3])));
		expect(await deliver("voicemail-ingest", "store")).toEqual(about);
		expect(await deliver("voicemail-ingest", "store")).toEqual([]);
		const ai = { run: async () => ({ text: "Hello." }) } as unknown as Ai;
		expect(await deliver("voicemail-ingest", "transcribe", { AI: ai })).toEqual(about);
		const actor = { kind: "user", id: "usr_1", name: "Olive", role: "owner" } as const;
		const named = [voicemailId, "vm_unknown"];
		expect(await ask((voice) => voice.markVoicemailListened(named, actor))).toEqual(about);
		expect(await ask((voice) => voice.markVoicemailUnheard(named))).toEqual(about);
		const deleted = await ask((voice) => voice.deleteVoicemails([voicemailId, "vm_unknown"]));
		expect(deleted).toEqual([{ ...about[0], from: null }]);
	});
});

it("answers the caller when messaging is down", async () => {
	for (const publishLive of [
		() => Promise.reject(new Error("down")),
		() => {
			throw new TypeError("there is no such binding");
		},
	]) {
		const response = await sendWebhook("/ivr/inbound", call, { env: messagingThat(publishLive) });
		expect(await response.text()).toContain("Thank you for calling Acme Corp.");
	}
});
