import { createExecutionContext, createMessageBatch } from "cloudflare:test";
import { callIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import worker from "../../../src/index.ts";
import { sendWebhook, sidOf, testEnv } from "../carrier.ts";
import { caller, foundCompany, mainLine } from "../directory.ts";

beforeAll(foundCompany);
afterEach(() => vi.restoreAllMocks());

const call = { CallSid: sidOf("CA", "logged"), From: caller, To: mainLine, CallStatus: "in-progress" };
const callId = callIdOf(call.CallSid);

function readLog(): () => Record<string, Record<string, unknown>> {
	const lines: { event: string }[] = [];
	for (const method of ["info", "warn", "error"] as const) {
		vi.spyOn(console, method).mockImplementation((line) => void lines.push(JSON.parse(String(line))));
	}
	return () => Object.fromEntries(lines.map((line) => [line.event, line]));
}

it("logs each webhook with its call, its request and its time, and without a number", async () => {
	const lines = readLog();
	await sendWebhook("/ivr/inbound", call);
	expect(lines().webhook).toEqual({
		event: "webhook",
		requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		path: "/ivr/inbound",
		callId,
		status: 200,
		milliseconds: expect.any(Number),
	});
});

it("logs what a rung telephone asks for under the call it rings for, and without a name", async () => {
	const lines = readLog();
	const leg = { ...call, CallSid: sidOf("CA", "leg"), ParentCallSid: call.CallSid };
	await sendWebhook("/ivr/screen/101/101/known/SmFuZSBTbWl0aA", leg);
	expect(lines().webhook).toMatchObject({ callId, path: "/ivr/screen/101/101/known" });
	const ErrorUrl = "https://pbx.example.com/ivr/screen/101/101/known/SmFuZSBTbWl0aA";
	await sendWebhook("/ivr/fallback", { ...call, ErrorCode: "11200", ErrorUrl });
	expect(lines().carrier_fell_back).toMatchObject({ path: "/ivr/screen/101/101/known" });
	expect(JSON.stringify(lines())).not.toContain("SmFuZ");
});

it("names the call of a webhook that failed", async () => {
	const lines = readLog();
	const prepare = () => {
		throw new Error("away");
	};
	await sendWebhook("/ivr/menu/1", { ...call, Digits: "101" }, { database: { prepare } as never });
	expect(lines().webhook_failed).toMatchObject({ callId, path: "/ivr/menu/1", reason: "Error: away" });
	expect(lines().webhook?.requestId).toBe(lines().webhook_failed?.requestId);
});

it("logs what the receptionist decided, with the model's time and without anybody's words", async () => {
	const lines = readLog();
	const model = { run: async () => ({ response: JSON.stringify({ action: "menu", confidence: 0.9 }) }) };
	const said = { ...call, SpeechResult: "secret words", Confidence: "0.92" };
	await sendWebhook("/ivr/receptionist/1/1/0", said, { env: { AI: model as never } });
	expect(lines().receptionist_decided).toMatchObject({ callId, attempt: 1, turn: 1 });
	expect(lines().receptionist_decided?.milliseconds).toEqual(expect.any(Number));
	expect(JSON.stringify(lines())).not.toContain("secret");
});

it("logs how long a job was queued", async () => {
	const lines = readLog();
	const timestamp = new Date(Date.now() - 5000);
	const body = { task: "store", voicemailId: "vm_nobody" };
	const batch = createMessageBatch("voicemail-ingest", [{ id: "1", timestamp, body, attempts: 1 }]);
	await worker.queue(batch, testEnv, createExecutionContext());
	const age = lines().voicemail_job?.ageMilliseconds;
	expect(age).toBeGreaterThanOrEqual(5000);
	expect(age).toBeLessThan(60_000);
});
