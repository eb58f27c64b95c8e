import { createExecutionContext, createMessageBatch, waitOnExecutionContext } from "cloudflare:test";
import { afterEach, expect, it, vi } from "vitest";
import { consumeQueue } from "../../src/queue.ts";
import { testEnv } from "./company.ts";

afterEach(() => vi.restoreAllMocks());

const answerJob = { conversationId: "conv_nobody", sequence: 1 };
const webhookJob = { webhookId: "whk_nobody" };
const textJob = { task: "send" as const, messageId: "msg_nobody" };

async function eventsOf(queue: string, body: object): Promise<string[]> {
	const lines: string[] = [];
	for (const method of ["log", "info", "warn", "error"] as const) {
		vi.spyOn(console, method).mockImplementation((line) => void lines.push(String(line)));
	}
	const message = { id: "message", timestamp: new Date(), attempts: 1, body };
	const context = createExecutionContext();
	await consumeQueue(createMessageBatch(queue, [message]), testEnv, context);
	await waitOnExecutionContext(context);
	return lines.map((line) => (JSON.parse(line) as { event: string }).event);
}

it.each(["", "cloudpbx-", "acme-pbx-"])(
	"tells its queues apart under names that begin with %j",
	async (word) => {
		expect(await eventsOf(`${word}assistant-replies`, answerJob)).toEqual(["job_done"]);
		expect(await eventsOf(`${word}assistant-replies-dead`, answerJob)).toEqual(["job_done"]);
		expect(await eventsOf(`${word}message-jobs`, textJob)).toEqual(["job_done"]);
		expect(await eventsOf(`${word}message-jobs-dead`, textJob)).toEqual(["message_job_gave_up", "job_done"]);
		expect(await eventsOf(`${word}webhook-deliveries`, webhookJob)).toEqual(["job_done"]);
		expect(await eventsOf(`${word}webhook-deliveries-dead`, webhookJob)).toEqual(["job_done"]);
		expect(await eventsOf(`${word}message-jobs`, answerJob)).toEqual(["job_unreadable"]);
		expect(await eventsOf(`${word}assistant-replies`, textJob)).toEqual(["job_unreadable"]);
	},
);
