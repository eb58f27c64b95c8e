import { createExecutionContext } from "cloudflare:test";
import { openDb } from "@cloudpbx/db/open-db";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import { beforeAll, describe, expect, it } from "vitest";
import { VoiceService } from "../../../src/rpc.ts";
import { sendWebhook, sidOf, testEnv } from "../carrier.ts";
import { caller, foundCompany, mainLine } from "../directory.ts";

const routes = [
	"/ivr/inbound",
	"/ivr/menu/1",
	"/ivr/extension/101/result",
	"/ivr/screen/101/101/known/SmFuZSBTbWl0aA",
	"/ivr/screen/101/101/key",
	"/ivr/fallback/screen/known",
	"/ivr/fallback/screen/key",
	"/ivr/voicemail/101/finished",
	"/ivr/voicemail/101/recorded",
	"/ivr/voicemail/101/transcribed",
	"/ivr/status",
	"/ivr/fallback",
	"/ivr/self-test",
	"/ivr/no-such-route",
];
const call = {
	CallSid: sidOf("CA", "unsigned"),
	From: caller,
	To: mainLine,
	CallStatus: "completed",
	CallDuration: "9",
};

beforeAll(foundCompany);

async function countRows(): Promise<number> {
	const db = openDb(testEnv.DB);
	return (await db.select().from(calls)).length + (await db.select().from(callEvents)).length;
}

describe("a webhook that is not Twilio's", () => {
	it.each(routes)("gets 403 and leaves nothing behind at %s", async (path) => {
		expect((await sendWebhook(path, call, { signature: null })).status).toBe(403);
		expect((await sendWebhook(path, call, { signature: "bm90IHRoZSBzaWduYXR1cmU=" })).status).toBe(403);
		expect((await sendWebhook(path, call, { signature: null, method: "GET" })).status).toBe(403);
		expect(await countRows()).toBe(0);
	});

	it("gets 403 when its body is changed after signing", async () => {
		const signature = await signatureOf(call);
		const response = await sendWebhook("/ivr/status", { ...call, CallDuration: "10" }, { signature });
		expect(response.status).toBe(403);
	});

	it("gets 413 when its body is larger than any webhook", async () => {
		const response = await sendWebhook("/ivr/inbound", { ...call, Padding: "x".repeat(65_536) });
		expect(response.status).toBe(413);
	});
});

describe("a signed webhook", () => {
	it("proves the address at /ivr/self-test and changes nothing", async () => {
		const response = await sendWebhook("/ivr/self-test", {});
		expect(response.status).toBe(200);
		expect(await response.text()).toContain("<Response");
		expect(await countRows()).toBe(0);
	});

	it("is believed with a trailing slash", async () => {
		expect((await sendWebhook("/ivr/status/", call)).status).toBe(204);
	});

	it("has 404 when there is no such route, and 200 with kind words when its values make no sense", async () => {
		expect((await sendWebhook("/ivr/menu/0", call)).status).toBe(404);
		const response = await sendWebhook("/ivr/inbound", { CallSid: "nonsense" });
		expect(response.status).toBe(200);
		expect(await response.text()).toContain("technical difficulties");
	});
});

it.each(["", "12345"])("is not healthy with the auth token %j", async (token) => {
	const env = { ...testEnv, PUBLIC_URL: "https://phones.acme.co", TWILIO_AUTH_TOKEN: token };
	const worker = new VoiceService(createExecutionContext(), env);
	expect(await worker.health()).toMatchObject({
		ok: false,
		error: { message: expect.stringContaining("TWILIO_AUTH_TOKEN") },
	});
});

async function signatureOf(params: Record<string, string>): Promise<string> {
	const { createHmac } = await import("node:crypto");
	const text = Object.keys(params)
		.sort()
		.map((name) => `${name}${params[name as keyof typeof params]}`)
		.join("");
	return createHmac("sha1", testEnv.TWILIO_AUTH_TOKEN)
		.update(`${testEnv.PUBLIC_URL}/ivr/status${text}`)
		.digest("base64");
}
