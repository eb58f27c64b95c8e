import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { openDb } from "@cloudpbx/db/open-db";
import { receptionistTurns } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import worker from "../../../src/index.ts";
import { sidOf, testEnv } from "../carrier.ts";

const db = openDb(testEnv.DB);
const mp3 = new Uint8Array([0xff, 0xf3, 0x18, 0xc4, 1, 2, 3]);
let nextId = 0;
let voicemailId = "";

beforeEach(async () => {
	voicemailId = `vm_${nextId++}`;
	await db.insert(voicemails).values({
		id: voicemailId,
		carrierRecordingId: sidOf("RE", voicemailId),
		callId: "call_1",
		extension: "101",
		status: "recorded",
		transcriptStatus: "pending",
		createdAt: new Date("2026-11-01T12:00:00Z"),
	});
});

afterEach(() => vi.restoreAllMocks());

async function deliver(queue: string, body: unknown, attempts = 1, more: Partial<VoiceEnv> = {}) {
	const batch = createMessageBatch(queue, [{ id: "message", timestamp: new Date(), body, attempts }]);
	const [message] = batch.messages;
	if (!message) throw new Error("The batch is empty.");
	// The queue's own report leaves the delay out.
	const retry = vi.spyOn(message, "retry");
	const context = createExecutionContext();
	await worker.queue(batch, { ...testEnv, ...more }, context);
	return { ...(await getQueueResult(batch, context)), delaySeconds: retry.mock.calls[0]?.[0]?.delaySeconds };
}

async function load() {
	const [row] = await db.select().from(voicemails).where(eq(voicemails.id, voicemailId));
	return row;
}

it("fetches the recording with our credentials and stores it once, however often it is told to", async () => {
	const carrier = vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(mp3));
	await deliver("voicemail-ingest", { task: "store", voicemailId });
	const result = await deliver("voicemail-ingest", { task: "store", voicemailId });

	expect(result.explicitAcks).toEqual(["message"]);
	expect(carrier).toHaveBeenCalledTimes(1);
	const [url, init] = carrier.mock.calls[0] ?? [];
	expect(url).toBe(
		`https://carrier.example.com/2010-04-01/Accounts/${testEnv.TWILIO_ACCOUNT_SID}/Recordings/${sidOf("RE", voicemailId)}.mp3`,
	);
	expect(new Headers(init?.headers).get("authorization")).toBe(
		`Basic ${btoa(`${testEnv.TWILIO_ACCOUNT_SID}:${testEnv.TWILIO_AUTH_TOKEN}`)}`,
	);
	expect(await load()).toMatchObject({
		status: "stored",
		audioKey: `voicemail/101/${voicemailId}.mp3`,
		audioBytes: 7,
	});
	const object = await testEnv.VOICEMAIL_AUDIO.get(`voicemail/101/${voicemailId}.mp3`);
	expect(new Uint8Array((await object?.arrayBuffer()) ?? [])).toEqual(mp3);
});

it.each([
	["answers 404 because the recording is not ready", () => new Response("", { status: 404 })],
	["answers 503", () => new Response("", { status: 503 })],
	["answers with a page instead of a sound", () => new Response("<html>oops</html>")],
	["answers with nothing", () => new Response("")],
	["cannot be reached", () => Promise.reject(new TypeError("connection refused"))],
])("tries again later, with a growing delay, when the carrier %s", async (_, answer) => {
	vi.spyOn(globalThis, "fetch").mockImplementation(async () => answer());
	const delays = [];
	for (const attempt of [1, 2, 5]) {
		const result = await deliver("voicemail-ingest", { task: "store", voicemailId }, attempt);
		expect(result.retryMessages).toHaveLength(1);
		delays.push(result.delaySeconds);
	}
	expect(delays).toEqual([15, 30, 240]);
	const voicemail = await load();
	expect(voicemail).toMatchObject({ status: "recorded" });
	expect((voicemail?.ingestRequestedAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(200_000);
});

it("tries again when R2 does not take the audio", async () => {
	vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(mp3));
	const put = vi.spyOn(testEnv.VOICEMAIL_AUDIO, "put").mockRejectedValue(new Error("R2 is down"));
	expect((await deliver("voicemail-ingest", { task: "store", voicemailId })).retryMessages).toHaveLength(1);
	put.mockRestore();
	await deliver("voicemail-ingest", { task: "store", voicemailId }, 2);
	expect(await load()).toMatchObject({ status: "stored" });
});

it("shows a voicemail as failed when its message reaches the dead-letter queue", async () => {
	const result = await deliver("acme-voicemail-ingest-dead", { task: "store", voicemailId });
	expect(result.explicitAcks).toEqual(["message"]);
	expect(await load()).toMatchObject({
		status: "failed",
		failure: "The carrier did not hand over the recording.",
	});
});

it("drops a message that names nothing", async () => {
	expect(
		(await deliver("voicemail-ingest", { task: "store", voicemailId: "vm_unknown" })).explicitAcks,
	).toEqual(["message"]);
});

describe("a transcript that the carrier did not make", () => {
	const hearing = (text: string) => ({ AI: { run: async () => ({ text }) } }) as unknown as Partial<VoiceEnv>;
	const failing = {
		AI: { run: () => Promise.reject(new Error("3040: Capacity")) },
	} as unknown as Partial<VoiceEnv>;

	async function storeAudio(durationSeconds: number) {
		vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(mp3));
		await db.update(voicemails).set({ durationSeconds }).where(eq(voicemails.id, voicemailId));
		const jobs: unknown[] = [];
		const sendBatch = async (messages: Iterable<{ body: unknown }>) => {
			jobs.push(...[...messages].map(({ body }) => body));
		};
		const ingestQueue = { sendBatch } as unknown as Queue;
		await deliver("voicemail-ingest", { task: "store", voicemailId }, 1, { INGEST_QUEUE: ingestQueue });
		return jobs;
	}

	it.each([
		[2, true],
		[3, false],
		[119, false],
		[120, true],
	])("is asked for at once after %i seconds: %s", async (seconds, isAsked) => {
		expect(await storeAudio(seconds)).toEqual(isAsked ? [{ task: "transcribe", voicemailId }] : []);
	});

	it("is asked for at once, in the caller's language, after the receptionist was spoken to in it", async () => {
		const turn = {
			words: "quiero dejar un mensaje",
			action: "voicemail" as const,
			extension: "101",
			milliseconds: 1,
		};
		const [voicemail] = await db.select().from(voicemails).where(eq(voicemails.id, voicemailId));
		const callId = voicemail?.callId ?? "";
		await db.insert(receptionistTurns).values({ ...turn, callId, turn: 1, language: "es", at: new Date() });
		expect(await storeAudio(60)).toEqual([{ task: "transcribe", voicemailId }]);
		let asked: unknown;
		const ai = {
			run: async (_: string, inputs: { language?: string }) => {
				asked = inputs.language;
				return { text: "Hola" };
			},
		} as unknown as Ai;
		await deliver("voicemail-ingest", { task: "transcribe", voicemailId }, 1, { AI: ai });
		expect(asked).toBe("es");
		await db.delete(receptionistTurns);
	});

	it("is made by Whisper from the stored audio, and the row says so", async () => {
		await storeAudio(60);
		await deliver("voicemail-ingest", { task: "transcribe", voicemailId }, 1, hearing("Hola, llámeme."));
		expect(await load()).toMatchObject({
			transcript: "Hola, llámeme.",
			transcriptStatus: "completed",
			transcriptSource: "whisper",
		});
	});

	it("never replaces the carrier's", async () => {
		await storeAudio(60);
		await db
			.update(voicemails)
			.set({ transcript: "From Twilio", transcriptStatus: "completed", transcriptSource: "twilio" })
			.where(eq(voicemails.id, voicemailId));
		await deliver("voicemail-ingest", { task: "transcribe", voicemailId }, 1, hearing("From Whisper"));
		expect(await load()).toMatchObject({ transcript: "From Twilio", transcriptSource: "twilio" });
	});

	it("is tried again while the audio is not there or Whisper is busy, and given up in the end", async () => {
		const early = await deliver("voicemail-ingest", { task: "transcribe", voicemailId }, 1, hearing("x"));
		expect(early.retryMessages).toHaveLength(1);
		await storeAudio(60);
		const busy = await deliver("voicemail-ingest", { task: "transcribe", voicemailId }, 2, failing);
		expect(busy.retryMessages).toHaveLength(1);
		await deliver("voicemail-ingest-dead", { task: "transcribe", voicemailId });
		expect(await load()).toMatchObject({ status: "stored", transcriptStatus: "failed" });
	});
});
