import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { callIdOf, voicemailIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { expireVoicemails } from "../../../src/sweep/expire-voicemails.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { sidOf, testContext, testEnv } from "../carrier.ts";
import { foundCompany, mainLine } from "../directory.ts";

const db = openDb(testEnv.DB);
const now = new Date("2026-11-01T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

let jobs: unknown[] = [];
let announced: LiveEvent[] = [];
let deletedAtCarrier: string[] = [];
let carrierCalls: Record<string, object> = {};
let carrierRecordings: object[] = [];
let isCarrierDown = false;
let undeletable: string[] = [];

beforeEach(() => {
	jobs = [];
	announced = [];
	deletedAtCarrier = [];
	carrierCalls = {};
	carrierRecordings = [];
	isCarrierDown = false;
	undeletable = [];
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		if (isCarrierDown) throw new TypeError("unreachable");
		const path = new URL(String(input)).pathname;
		const sid = path.match(/(CA|RE)[0-9a-f]{32}/)?.[0] ?? "";
		if (init?.method === "DELETE") {
			if (undeletable.includes(sid)) return Response.json({ code: 20009 }, { status: 409 });
			deletedAtCarrier.push(sid);
			return new Response(null, { status: 204 });
		}
		if (path.endsWith("/Recordings.json")) return Response.json({ recordings: carrierRecordings });
		const call = carrierCalls[sid];
		return call ? Response.json(call) : Response.json({ code: 20404 }, { status: 404 });
	});
});

beforeAll(foundCompany);

afterEach(async () => {
	vi.restoreAllMocks();
	await db.batch([db.delete(calls), db.delete(voicemails), db.delete(settings)]);
});

function runSweep(at = now) {
	const account = {
		apiUrl: testEnv.TWILIO_API_URL,
		accountSid: testEnv.TWILIO_ACCOUNT_SID,
		authToken: testEnv.TWILIO_AUTH_TOKEN,
	};
	const queue = {
		sendBatch: async (messages: Iterable<{ body: unknown }>) => {
			jobs.push(...[...messages].map(({ body }) => body));
		},
	};
	const carrier = openCarrier(account, { sleep: async () => undefined });
	const announce = (events: LiveEvent[]) => void announced.push(...events);
	return sweep(testContext({ carrier, ingestQueue: queue as unknown as Queue<never>, announce }, at));
}

function insertCall(word: string, startedAt: Date) {
	const carrierId = sidOf("CA", word);
	return db.insert(calls).values({
		id: callIdOf(carrierId),
		carrierId,
		direction: "inbound",
		toNumber: "+18005550100",
		status: "in_progress",
		startedAt,
	});
}

function insertVoicemail(word: string, values: Partial<typeof voicemails.$inferInsert> = {}) {
	const carrierRecordingId = sidOf("RE", word);
	return db.insert(voicemails).values({
		id: voicemailIdOf(carrierRecordingId),
		carrierRecordingId,
		callId: callIdOf(sidOf("CA", word)),
		extension: "101",
		status: "stored",
		transcriptStatus: "completed",
		ingestRequestedAt: minutesAgo(120),
		createdAt: minutesAgo(120),
		...values,
	});
}

async function callOf(word: string) {
	const [row] = await db
		.select()
		.from(calls)
		.where(eq(calls.id, callIdOf(sidOf("CA", word))));
	return row;
}

it("closes calls whose last callback never came as the carrier remembers them", async () => {
	for (const word of ["lost", "going", "gone"]) await insertCall(word, minutesAgo(30));
	await insertCall("young", minutesAgo(5));
	carrierCalls[sidOf("CA", "lost")] = {
		status: "completed",
		duration: "42",
		end_time: "Sun, 01 Nov 2026 11:31:00 +0000",
	};
	carrierCalls[sidOf("CA", "going")] = { status: "in-progress", duration: null, end_time: null };
	carrierCalls[sidOf("CA", "young")] = { status: "completed", duration: "1" };

	expect(await runSweep()).toMatchObject({ callsClosed: 2 });
	expect(await callOf("lost")).toMatchObject({
		status: "completed",
		durationSeconds: 42,
		outcome: "abandoned",
	});
	expect((await callOf("lost"))?.endedAt).toEqual(new Date("2026-11-01T11:31:00Z"));
	expect(await callOf("going")).toMatchObject({ endedAt: null });
	expect(await callOf("gone")).toMatchObject({ status: "failed", outcome: "failed" });
	expect(await callOf("young")).toMatchObject({ endedAt: null });
	const event = (word: string, status: string) => {
		return { kind: "call", callId: callIdOf(sidOf("CA", word)), from: null, to: mainLine, status };
	};
	expect(announced).toEqual([event("lost", "completed"), event("gone", "failed")]);
});

it("asks about every call that stays open in its turn", async () => {
	for (let index = 0; index < 21; index++) {
		await insertCall(`long${index}`, minutesAgo(100 - index));
		carrierCalls[sidOf("CA", `long${index}`)] = { status: "in-progress" };
	}
	carrierCalls[sidOf("CA", "long20")] = { status: "completed", duration: "9" };
	expect(await runSweep()).toMatchObject({ callsClosed: 0 });
	expect(await runSweep(new Date(now.getTime() + 300_000))).toMatchObject({ callsClosed: 1 });
	expect(await callOf("long20")).toMatchObject({ status: "completed", durationSeconds: 9 });
});

it("has a fetch whose every try failed tried again twice a day", async () => {
	const failed = { status: "failed", failure: "The carrier was down." } as const;
	const hours = (count: number) => minutesAgo(count * 60);
	await insertVoicemail("again", { ...failed, ingestRequestedAt: hours(13), createdAt: hours(14) });
	await insertVoicemail("soon", { ...failed, ingestRequestedAt: hours(11), createdAt: hours(14) });
	await insertVoicemail("gone", { ...failed, ingestRequestedAt: hours(13), createdAt: hours(24 * 8) });
	expect(await runSweep()).toMatchObject({ ingestsResent: 1 });
	expect(jobs).toEqual([{ task: "store", voicemailId: voicemailIdOf(sidOf("RE", "again")) }]);
});

it("asks again for audio whose message was lost, and not for audio that is on its way", async () => {
	await insertVoicemail("stuck", { status: "recorded", ingestRequestedAt: minutesAgo(21) });
	await insertVoicemail("fresh", { status: "recorded", ingestRequestedAt: minutesAgo(19) });
	expect(await runSweep()).toMatchObject({ ingestsResent: 1 });
	expect(jobs).toEqual([{ task: "store", voicemailId: voicemailIdOf(sidOf("RE", "stuck")) }]);
	await runSweep();
	expect(jobs).toHaveLength(1);
});

it("has Whisper write down what the carrier still owes after the time that the owner set", async () => {
	await db.insert(settings).values({ key: "transcriptLateSeconds", value: 900, updatedAt: now });
	await insertVoicemail("late", { transcriptStatus: "pending", createdAt: minutesAgo(16) });
	await insertVoicemail("soon", { transcriptStatus: "pending", createdAt: minutesAgo(14) });
	expect(await runSweep()).toMatchObject({ transcriptsRequested: 1 });
	expect(jobs).toEqual([{ task: "transcribe", voicemailId: voicemailIdOf(sidOf("RE", "late")) }]);
});

it("asks Whisper again only when the first job has had all its tries", async () => {
	const owed = { transcriptStatus: "pending" } as const;
	await insertVoicemail("lost", { ...owed, transcriptRequestedAt: minutesAgo(181) });
	await insertVoicemail("tried", { ...owed, transcriptRequestedAt: minutesAgo(179) });
	expect(await runSweep()).toMatchObject({ transcriptsRequested: 1 });
	expect(jobs).toEqual([{ task: "transcribe", voicemailId: voicemailIdOf(sidOf("RE", "lost")) }]);
});

it("finds messages that the carrier took while we could not be told, once", async () => {
	const recording = (word: string, values: object = {}) => ({
		sid: sidOf("RE", word),
		call_sid: sidOf("CA", word),
		status: "completed",
		duration: "12",
		date_created: "Sun, 01 Nov 2026 11:00:00 +0000",
		...values,
	});
	await insertVoicemail("known", { durationSeconds: 12 });
	await insertVoicemail("halfway", { durationSeconds: null, transcript: "Only words came." });
	carrierRecordings = [
		recording("known"),
		recording("halfway"),
		recording("stray"),
		recording("empty", { duration: "0" }),
		recording("running", { status: "in-progress" }),
		recording("underway", { date_created: "Sun, 01 Nov 2026 11:55:00 +0000" }),
	];
	carrierCalls[sidOf("CA", "stray")] = {
		direction: "inbound",
		status: "completed",
		duration: "40",
		from: "+14155550199",
		to: "+18005550100",
		end_time: "Sun, 01 Nov 2026 11:01:00 +0000",
	};
	expect(await runSweep()).toMatchObject({ recordingsAdopted: 2 });
	expect(await runSweep()).toMatchObject({ recordingsAdopted: 0 });
	const [voicemail] = await db
		.select()
		.from(voicemails)
		.where(eq(voicemails.callId, callIdOf(sidOf("CA", "stray"))));
	expect(voicemail).toMatchObject({
		extension: null,
		fromNumber: "+14155550199",
		durationSeconds: 12,
		status: "recorded",
	});
	expect(await callOf("stray")).toMatchObject({
		outcome: "voicemail",
		status: "completed",
		durationSeconds: 40,
	});
	expect(jobs).toEqual([{ task: "store", voicemailId: voicemail?.id }]);
	expect(announced).toContainEqual({
		kind: "voicemail",
		voicemailId: voicemail?.id,
		extension: null,
		extensionId: null,
		from: "+14155550199",
		createdAt: now.toISOString(),
	});
	expect(announced.filter(({ kind }) => kind === "call")).toMatchObject([
		{ callId: callIdOf(sidOf("CA", "stray")), from: "+14155550199", to: mainLine, status: "completed" },
	]);
});

it("leaves alone what the account records for others, and finds its own behind it", async () => {
	const recording = (word: string) => ({
		sid: sidOf("RE", word),
		call_sid: sidOf("CA", word),
		status: "completed",
		duration: "12",
		date_created: "Sun, 01 Nov 2026 11:00:00 +0000",
	});
	const call = { status: "completed", duration: "40", end_time: "Sun, 01 Nov 2026 11:01:00 +0000" };
	const words = Array.from({ length: 45 }, (_, index) => `other${index}`);
	carrierRecordings = [...words.map(recording), recording("ours"), recording("placed")];
	for (const word of words) {
		carrierCalls[sidOf("CA", word)] = { ...call, direction: "inbound", to: "+14155550999" };
	}
	carrierCalls[sidOf("CA", "ours")] = { ...call, direction: "inbound", to: mainLine };
	carrierCalls[sidOf("CA", "placed")] = { ...call, direction: "outbound-api", to: mainLine };
	for (let minutes = 0; minutes <= 15; minutes += 5)
		await runSweep(new Date(now.getTime() + minutes * 60_000));
	expect(await db.select().from(voicemails)).toMatchObject([{ callId: callIdOf(sidOf("CA", "ours")) }]);
	expect(await db.select().from(calls)).toHaveLength(1);
});

it("waits with a message whose call cannot be asked about", async () => {
	carrierRecordings = [
		{
			sid: sidOf("RE", "unknown"),
			call_sid: sidOf("CA", "unknown"),
			status: "completed",
			duration: "12",
			date_created: "Sun, 01 Nov 2026 11:00:00 +0000",
		},
	];
	carrierCalls[sidOf("CA", "unknown")] = { status: "nonsense" };
	expect(await runSweep()).toMatchObject({ recordingsAdopted: 0 });
	expect(await db.select().from(voicemails)).toEqual([]);
});

it("removes the carrier's copies of deleted voicemails, and of stored ones when the owner wants none there", async () => {
	await insertVoicemail("deleted", { deletedAt: minutesAgo(5) });
	await insertVoicemail("kept");
	await insertVoicemail("owed", { transcriptStatus: "pending", createdAt: minutesAgo(1) });
	expect(await runSweep()).toMatchObject({ carrierCopiesDeleted: 1 });
	expect(deletedAtCarrier).toEqual([sidOf("RE", "deleted")]);

	await db.insert(settings).values({ key: "isCarrierCopyDeleted", value: true, updatedAt: now });
	expect(await runSweep()).toMatchObject({ carrierCopiesDeleted: 1 });
	expect(deletedAtCarrier).toEqual([sidOf("RE", "deleted"), sidOf("RE", "kept")]);
});

it("removes the other copies when the carrier refuses one", async () => {
	for (const word of ["first", "second"]) await insertVoicemail(word, { deletedAt: minutesAgo(5) });
	undeletable = [sidOf("RE", "first")];
	expect(await runSweep()).toMatchObject({ carrierCopiesDeleted: 1 });
	expect(deletedAtCarrier).toEqual([sidOf("RE", "second")]);
});

it("looks at no emptied row when it deletes old ones", async () => {
	await db.insert(settings).values({ key: "recordingRetentionDays", value: 30, updatedAt: now });
	for (let index = 0; index < 50; index++) {
		await insertVoicemail(`emptied${index}`, {
			createdAt: minutesAgo(40 * 24 * 60),
			deletedAt: minutesAgo(5),
			carrierDeletedAt: minutesAgo(5),
		});
	}
	const { database, cost } = measureDatabase(testEnv.DB);
	await expireVoicemails(testContext({ db: openDb(database) }, now), minutesAgo(30 * 24 * 60));
	expect(cost.rowsRead).toBeLessThanOrEqual(1);
});

it("deletes voicemails that are older than the owner keeps them", async () => {
	await db.insert(settings).values({ key: "recordingRetentionDays", value: 30, updatedAt: now });
	await testEnv.VOICEMAIL_AUDIO.put("voicemail/101/old.mp3", "x");
	await insertVoicemail("old", {
		createdAt: minutesAgo(31 * 24 * 60),
		audioKey: "voicemail/101/old.mp3",
		transcript: "secret",
	});
	await insertVoicemail("young", { createdAt: minutesAgo(29 * 24 * 60) });
	expect(await runSweep()).toMatchObject({ voicemailsExpired: 1 });
	const [row] = await db
		.select()
		.from(voicemails)
		.where(eq(voicemails.id, voicemailIdOf(sidOf("RE", "old"))));
	expect(row).toMatchObject({ transcript: null, audioKey: null });
	expect(await testEnv.VOICEMAIL_AUDIO.get("voicemail/101/old.mp3")).toBeNull();
	expect(announced).toMatchObject([{ voicemailId: row?.id, extension: "101", from: null }]);
});

it("does what it can when the carrier is down, and says what it could not", async () => {
	isCarrierDown = true;
	await insertCall("lost", minutesAgo(30));
	await insertVoicemail("stuck", { status: "recorded" });
	expect(await runSweep()).toMatchObject({ callsClosed: 0, ingestsResent: 1, recordingsAdopted: null });
	expect(await callOf("lost")).toMatchObject({ endedAt: null });
});
