import { createExecutionContext, createMessageBatch, waitOnExecutionContext } from "cloudflare:test";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { consumeQueue } from "../../src/queue.ts";
import { foundCompany, testEnv } from "./company.ts";
import { receive, sidOf } from "./webhooks.ts";

beforeAll(foundCompany);
afterEach(() => vi.restoreAllMocks());

function readLog(): Record<string, unknown>[] {
	const lines: Record<string, unknown>[] = [];
	for (const method of ["info", "warn", "error"] as const) {
		vi.spyOn(console, method).mockImplementation((line) => void lines.push(JSON.parse(String(line))));
	}
	return lines;
}

it("logs each webhook with its text, its request and its time, and without what was said", async () => {
	const lines = readLog();
	await receive("logged", "secret words");
	expect(lines.find(({ event }) => event === "webhook")).toEqual({
		event: "webhook",
		requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		path: "/sms/inbound",
		carrierId: sidOf("logged"),
		status: 200,
		milliseconds: expect.any(Number),
	});
	expect(JSON.stringify(lines)).not.toContain("secret");
});

it("logs how long a job was queued", async () => {
	const lines = readLog();
	const timestamp = new Date(Date.now() - 5000);
	const body = { task: "send", messageId: "msg_nobody" };
	const context = createExecutionContext();
	const batch = createMessageBatch("message-jobs", [{ id: "1", timestamp, body, attempts: 1 }]);
	await consumeQueue(batch, testEnv, context);
	await waitOnExecutionContext(context);
	const age = lines.find(({ event }) => event === "job_done")?.ageMilliseconds;
	expect(age).toBeGreaterThanOrEqual(5000);
	expect(age).toBeLessThan(60_000);
});
