import { openDb } from "@cloudpbx/db/open-db";
import { erasedItems } from "@cloudpbx/db/schema/erasure";
import { callDays, callEvents, calls, receptionistTurns } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { beforeEach, expect, it } from "vitest";
import { closeCall } from "../../../src/answering/close-call.ts";
import { erasePerson } from "../../../src/contacts/erase-person.ts";
import { receiveRecording } from "../../../src/voicemail/receive-recording.ts";
import { testContext, testEnv } from "../carrier.ts";

const db = openDb(testEnv.DB);
const number = "+14155556001";
const other = "+14155558888";
const at = new Date("2026-11-29T12:00:00Z");

beforeEach(async () => {
	for (const table of [voicemails, callEvents, receptionistTurns, calls, erasedItems]) await db.delete(table);
});

const call = (id: string, row: Partial<typeof calls.$inferInsert> = {}) => ({
	id: `call_${id}`,
	carrierId: id,
	direction: "inbound" as const,
	fromNumber: number,
	toNumber: "+18005550100",
	status: "completed" as const,
	outcome: "voicemail" as const,
	startedAt: at,
	endedAt: at,
	...row,
});

async function foundCalls() {
	await db
		.insert(calls)
		.values([
			call("CA1"),
			call("CA2", { direction: "outbound", fromNumber: "+18005550100", toNumber: number }),
			call("CA3", { fromNumber: other }),
		]);
	await db.insert(callEvents).values([
		{ callId: "call_CA1", step: "received", kind: "received", at, detail: {} },
		{ callId: "call_CA3", step: "received", kind: "received", at, detail: {} },
	]);
	await db.insert(receptionistTurns).values({
		callId: "call_CA1",
		turn: 1,
		words: "This is Quokka",
		action: "info",
		language: "en",
		milliseconds: 1,
		at,
	});
	const voicemail = { callId: "call_CA1", status: "stored" as const, transcriptStatus: "completed" as const };
	await testEnv.VOICEMAIL_AUDIO.put("voicemail/101/vm_1.mp3", "sound");
	await db.insert(voicemails).values({
		...voicemail,
		id: "vm_RE1",
		carrierRecordingId: "RE1",
		fromNumber: number,
		transcript: "Quokka here",
		audioKey: "voicemail/101/vm_1.mp3",
		createdAt: at,
	});
}

it("erases calls both ways, what the receptionist heard, and voicemail with its audio; the counts stay", async () => {
	await foundCalls();
	const before = await db.select().from(callDays);
	expect(await erasePerson(testContext({}, at), number)).toMatchObject({ isDone: true });
	expect((await db.select().from(calls)).map(({ id }) => id)).toEqual(["call_CA3"]);
	expect(await db.select().from(callEvents)).toHaveLength(1);
	expect(await db.select().from(receptionistTurns)).toEqual([]);
	expect(await db.select().from(voicemails)).toMatchObject([
		{ fromNumber: null, transcript: null, audioKey: null },
	]);
	expect(await testEnv.VOICEMAIL_AUDIO.head("voicemail/101/vm_1.mp3")).toBeNull();
	expect(await db.select().from(callDays)).toEqual(before);
	expect(await db.select().from(erasedItems)).toMatchObject([
		{ id: "call_CA1", carrierPath: "Calls/CA1" },
		{ id: "call_CA2", carrierPath: "Calls/CA2" },
	]);
});

it("makes nothing new of late callbacks", async () => {
	await foundCalls();
	await erasePerson(testContext({}, at), number);
	const late = {
		callId: "call_CA1",
		carrierId: "CA1",
		from: number,
		to: "+18005550100",
		status: "completed" as const,
		forwardedFrom: null,
	};
	await closeCall(testContext(), late, 12, at);
	const recording = { callId: "call_CA1", recordingSid: "RE2", isUsable: true, durationSeconds: 9 };
	const news = await receiveRecording(testContext({}, at), "101", recording);
	expect(news).toEqual([]);
	expect((await db.select().from(calls)).map(({ id }) => id)).toEqual(["call_CA3"]);
	expect(await db.select().from(callEvents)).toHaveLength(1);
	expect(await db.select().from(voicemails)).toHaveLength(1);
});

it("waits for a call that goes on, and takes bounded portions", async () => {
	const many = Array.from({ length: 250 }, (_, index) => call(`CA9${index}`));
	for (let first = 0; first < many.length; first += 5)
		await db.insert(calls).values(many.slice(first, first + 5));
	await db.insert(calls).values(call("CAopen", { endedAt: null }));
	const erase = () => erasePerson(testContext({}, at), number);
	expect(await erase()).toMatchObject({ isDone: false, waitsFor: null });
	expect(await db.select().from(calls)).toHaveLength(151);
	await erase();
	expect(await erase()).toMatchObject({ isDone: false, waitsFor: "call" });
	expect(await db.select().from(calls)).toHaveLength(1);
	await db.update(calls).set({ endedAt: at });
	expect(await erase()).toMatchObject({ isDone: true, waitsFor: null });
	expect(await erase()).toMatchObject({ isDone: true, waitsFor: null });
});
