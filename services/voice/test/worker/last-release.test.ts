import {
	createExecutionContext,
	createMessageBatch,
	getQueueResult,
	waitOnExecutionContext,
} from "cloudflare:test";
import { openDb } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { beforeEach, expect, it, vi } from "vitest";
import { consumeQueue } from "../../src/queue.ts";
import { VoiceService } from "../../src/rpc.ts";
import { sidOf, testEnv } from "./carrier.ts";
import release from "./releases/0.1.0.json" with { type: "json" };

const db = openDb(testEnv.DB);
const { queues, calls } = release;

beforeEach(async () => {
	await db.delete(voicemails);
	const row = {
		callId: "call_1",
		extension: "101",
		createdAt: new Date(),
		transcriptStatus: "pending" as const,
	};
	const recorded = (id: string) => ({
		...row,
		id,
		carrierRecordingId: sidOf("RE", id),
		status: "recorded" as const,
	});
	const stored = (id: string) => ({
		...recorded(id),
		status: "stored" as const,
		audioKey: `${id}.mp3`,
		audioBytes: 4,
	});
	const rows = [recorded("vm_recorded"), recorded("vm_lost"), stored("vm_stored"), stored("vm_mumbled")];
	await db.insert(voicemails).values(rows);
	await testEnv.VOICEMAIL_AUDIO.put("vm_stored.mp3", new Uint8Array([0xff, 0xf3, 0x18, 0xc4]));
	vi.spyOn(globalThis, "fetch").mockImplementation(
		async () => new Response(new Uint8Array([0xff, 0xf3, 0x18, 0xc4])),
	);
});

async function deliver(queue: string, bodies: readonly unknown[]) {
	const messages = bodies.map((body, index) => ({
		id: `m${index}`,
		timestamp: new Date(),
		attempts: 1,
		body,
	}));
	const batch = createMessageBatch(queue, messages);
	const context = createExecutionContext();
	const ai = { run: async () => ({ text: "Call me back." }) } as unknown as Ai;
	await consumeQueue(batch, { ...testEnv, AI: ai }, context);
	return getQueueResult(batch, context);
}

async function load() {
	const rows = await db.select().from(voicemails);
	return Object.fromEntries(rows.map((row) => [row.id, row]));
}

it.each([
	["as they were sent", {}],
	["with a field that nobody here knows", { priority: "high" }],
])("carries out the last release's jobs, %s", async (_, more) => {
	for (const [queue, bodies] of Object.entries(queues)) {
		const { explicitAcks } = await deliver(
			queue,
			bodies.map((body) => ({ ...body, ...more })),
		);
		expect(explicitAcks).toHaveLength(bodies.length);
	}
	expect(await load()).toMatchObject({
		vm_recorded: { status: "stored" },
		vm_stored: { transcript: "Call me back.", transcriptStatus: "completed" },
		vm_lost: { status: "failed" },
		vm_mumbled: { transcriptStatus: "failed" },
	});
});

it("leaves a job of an unknown kind to a newer version, and the others of its batch are done", async () => {
	const unknown = { task: "summarize", voicemailId: "vm_stored" };
	const { explicitAcks, retryMessages } = await deliver("voicemail-ingest", [
		unknown,
		...queues["voicemail-ingest"],
	]);
	expect(retryMessages.map(({ msgId }) => msgId)).toEqual(["m0"]);
	expect(explicitAcks).toEqual(["m1", "m2"]);
	expect((await deliver("voicemail-ingest-dead", [unknown])).explicitAcks).toEqual(["m0"]);
});

it("answers the last release's calls as they were answered", async () => {
	const context = createExecutionContext();
	const service = new VoiceService(context, { ...testEnv, PUBLIC_URL: "https://pbx.acme.dev" });
	for (const { method, input, answer } of calls) {
		const ask = service[method as keyof VoiceService] as (...input: unknown[]) => Promise<unknown>;
		expect(await ask.apply(service, input), method).toMatchObject(answer);
	}
	await waitOnExecutionContext(context);
	expect((await load()).vm_stored).toMatchObject({ listenedAt: null });
});
