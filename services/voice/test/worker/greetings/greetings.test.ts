import { createExecutionContext } from "cloudflare:test";
import { greetingLimits } from "@cloudpbx/contracts/words/extension-limits";
import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { VoiceService } from "../../../src/rpc.ts";
import { framesOf, mp3Of, textOf, wavOf } from "../../domain/sounds.ts";
import { sendWebhook, sidOf, testEnv } from "../carrier.ts";
import { caller, foundCompany } from "../directory.ts";

const db = openDb(testEnv.DB);
const bucket = testEnv.VOICEMAIL_AUDIO;
const service = new VoiceService(createExecutionContext(), testEnv);
const voicemailLine = "+14155550103";
const call = { CallSid: sidOf("CA", "greeting"), From: caller, To: voicemailLine, CallStatus: "in-progress" };
const words = "Leave a message for the night shift.";
const unknown = `/ivr/greeting/${"0".repeat(64)}.wav`;

let key = "";

beforeEach(async () => {
	await db.batch([db.delete(phoneNumbers), db.delete(extensions), db.delete(settings)]);
	await foundCompany();
	key = await store(wavOf({ seconds: 2 }));
	await db.update(extensions).set({ greeting: words, greetingAudio: key }).where(eq(extensions.ext, "103"));
});

async function store(bytes: Uint8Array): Promise<string> {
	const stored = await service.storeGreeting(bytes);
	if (!stored.ok) throw new Error(stored.error.message);
	return stored.value.key;
}

const pathOf = (of: string) => of.replace("greetings/", "/ivr/greeting/");
const dial = async (bindings: Partial<VoiceEnv> = {}) =>
	(await sendWebhook("/ivr/inbound", call, { env: bindings })).text();
const fetchSound = (path: string, method: "GET" | "POST" = "GET") =>
	sendWebhook(path, {}, { signature: null, method });
const bucketThat = (head: () => Promise<R2Object | null>) => ({
	VOICEMAIL_AUDIO: { head } as unknown as R2Bucket,
});

describe("the company's own recordings", () => {
	const main = { ...call, To: "+18005550100" };
	const ask = async (env: Partial<VoiceEnv> = {}) =>
		(await sendWebhook("/ivr/inbound", main, { env })).text();
	const keep = (name: string, value: unknown) =>
		db.insert(settings).values({ key: name, value, updatedAt: new Date() });
	const close = (closed: object) =>
		keep("hours", {
			week: { monday: [] },
			exceptions: [],
			holidays: { country: null, names: [] },
			override: null,
			closed,
		});

	it("greet in place of the company's name, and the keys of the menu count meanwhile", async () => {
		await keep("mainGreetingAudio", key);
		const document = await ask();
		expect(document).toMatch(
			/<Gather [^>]*><Play>https:\/\/pbx\.example\.com\/ivr\/greeting\/[0-9a-f]{64}\.wav<\/Play><Say>If you know/,
		);
		expect(document).not.toContain("Thank you for calling");
		const missing = await ask(bucketThat(async () => null));
		expect(missing).toMatch(
			/<Gather [^>]*><Say>Thank you for calling Acme Corp\. We(&apos;|'|&#39;)re here to help\.<\/Say><Say>If you know/,
		);
	});

	it("are heard while the main line is closed, whatever comes then", async () => {
		await keep("closedGreetingAudio", key);
		for (const [closed, next] of [
			[{ greeting: "Closed.", then: "menu" }, /<Gather [^>]*><Play>[^<]*<\/Play><Say>Thank you for calling/],
			[
				{ greeting: null, then: "voicemail", extension: "ext_101" },
				/<Response><Play>[^<]*<\/Play><Say>Jane Smith is not available/,
			],
			[{ greeting: null, then: "number", number: "+14155550177" }, /<Response><Play>[^<]*<\/Play><Dial/],
		] as const) {
			await db.delete(settings).where(eq(settings.key, "hours"));
			await close(closed);
			const document = await ask();
			expect(document).toMatch(next);
			expect(document).not.toContain("losed.");
		}
	});

	it("give way to an override's words, and stay in R2 while somebody plays them", async () => {
		await keep("closedGreetingAudio", key);
		const override = { state: "closed", until: "2099-01-01T00:00:00Z", greeting: "Snow." };
		await keep("hours", {
			week: {},
			exceptions: [],
			holidays: { country: null, names: [] },
			override,
			closed: { greeting: null, then: "menu" },
		});
		expect(await ask()).toMatch(/<Say>Snow\. Thank you/);
		await db.update(extensions).set({ greetingAudio: null });
		await service.dropGreeting(key);
		expect(await bucket.head(key)).not.toBeNull();
		await db.delete(settings).where(eq(settings.key, "closedGreetingAudio"));
		await service.dropGreeting(key);
		expect(await bucket.head(key)).toBeNull();
	});
});

describe("a recorded greeting", () => {
	it("is played before the tone, in place of the text", async () => {
		const document = await dial();
		expect(document).toContain(`<Play>https://pbx.example.com${pathOf(key)}</Play><Record `);
		expect(document).not.toContain("<Say");
	});

	it("is played whatever the language", async () => {
		await db.insert(settings).values({ key: "voicemailLanguage", value: "es", updatedAt: new Date() });
		const document = await dial();
		expect(document).toContain(`<Play>https://pbx.example.com${pathOf(key)}</Play>`);
		expect(document).toContain("/ivr/voicemail/103/es/finished");
	});

	it.each([
		["is gone", bucketThat(async () => null)],
		["is out of reach", bucketThat(async () => Promise.reject(new Error("R2 is down")))],
		["does not come", bucketThat(() => new Promise(() => undefined))],
		["is where no bucket is", { VOICEMAIL_AUDIO: undefined as unknown as R2Bucket }],
	])("gives way to the text when the file %s", async (_what, bindings) => {
		const document = await dial(bindings);
		expect(document).toContain(`<Say>${words}</Say><Record `);
		expect(document).not.toContain("<Play");
	});

	it("gives way to the product's words when there is no text", async () => {
		await db.update(extensions).set({ greeting: null }).where(eq(extensions.ext, "103"));
		await bucket.delete(key);
		expect(await dial()).toMatch(/<Say>[^<]*leave a message[^<]*<\/Say><Record /i);
	});

	it.each(["greetings/..%2Fvoicemail", "voicemail/101/vm_1.mp3", "", "greetings/abc.wav"])(
		"is never played from elsewhere: %s",
		async (strange) => {
			await db.update(extensions).set({ greetingAudio: strange }).where(eq(extensions.ext, "103"));
			expect(await dial()).toContain(`<Say>${words}</Say>`);
		},
	);

	it("costs calls without one no look at R2, and calls with one a single look", async () => {
		const head = vi.fn(async () => ({}) as R2Object);
		await dial(bucketThat(head));
		expect(head).toHaveBeenCalledTimes(1);
		await db.update(extensions).set({ greetingAudio: null }).where(eq(extensions.ext, "103"));
		expect(await dial(bucketThat(head))).toContain(words);
		expect(head).toHaveBeenCalledTimes(1);
	});

	it("is told by what-if as what it is, without a look at R2", async () => {
		const answer = await service.whatIf({ to: voicemailLine } as never);
		expect(answer).toMatchObject({
			ok: true,
			value: { steps: [{ kind: "says", text: "[recording]" }, { kind: "records" }], outcome: "voicemail" },
		});
	});
});

describe("the path that the carrier fetches", () => {
	it("gives the file without a signature, for ever", async () => {
		const response = await fetchSound(pathOf(key));
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toBe("audio/wav");
		expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
		expect(response.headers.get("x-content-type-options")).toBe("nosniff");
		expect(new Uint8Array(await response.arrayBuffer())).toEqual(wavOf({ seconds: 2 }));
		const mp3 = await fetchSound(pathOf(await store(mp3Of([9, 9]))));
		expect([mp3.status, mp3.headers.get("content-type")]).toEqual([200, "audio/mpeg"]);
		await mp3.arrayBuffer();
	});

	it.each([
		unknown,
		"/ivr/greeting/",
		"/ivr/greeting/x",
		"/ivr/greeting/../voicemail/101/vm_1.mp3",
		"/ivr/greeting/..%2Fvoicemail%2F101%2Fvm_1.mp3",
		"/ivr/greeting/greetings/x.mp3",
	])("gives nothing else: %s", async (path) => {
		await bucket.put("voicemail/101/vm_1.mp3", "private");
		const response = await fetchSound(path);
		expect([403, 404]).toContain(response.status);
		expect(await response.text()).not.toContain("private");
	});

	it("is exact: case, ending, trailing parts and other methods are 404", async () => {
		const path = pathOf(key);
		for (const other of [
			path.toUpperCase().replace("/IVR/GREETING", "/ivr/greeting"),
			path.replace(".wav", ".mp3"),
			path.replace(".wav", ""),
			`${path}/`,
			`${path}.wav`,
			`${path.slice(0, -5)}.wav`,
		]) {
			expect((await fetchSound(other)).status, other).toBe(404);
		}
		expect((await fetchSound(path, "POST")).status).toBe(404);
	});

	it("is 503 and kept by nobody while R2 is down", async () => {
		const get = async () => Promise.reject(new Error("R2 is down"));
		const response = await sendWebhook(
			pathOf(key),
			{},
			{ signature: null, method: "GET", env: { VOICEMAIL_AUDIO: { get } as unknown as R2Bucket } },
		);
		expect([response.status, response.headers.get("cache-control")]).toEqual([503, "no-store"]);
	});
});

describe("storing", () => {
	it("names a file after its content: the same file is one object", async () => {
		expect(await store(wavOf({ seconds: 2 }))).toBe(key);
		expect(key).toMatch(/^greetings\/[0-9a-f]{64}\.wav$/);
		expect(await store(wavOf({ seconds: 3 }))).not.toBe(key);
	});

	it.each([
		["no sound", textOf("<html>"), "bad_input", "neither an MP3 nor a WAV"],
		["nothing", new Uint8Array(), "bad_input", "neither an MP3 nor a WAV"],
		["61 seconds of WAV", wavOf({ seconds: 61 }), "bad_input", "this file lasts 61"],
		["61 seconds of MP3", mp3Of(framesOf(61)), "bad_input", "60 seconds at most"],
		["a byte too many", new Uint8Array(greetingLimits.bytes + 1), "limit_exceeded", "larger than 2 MB"],
	])("refuses %s", async (_what, bytes, code, message) => {
		const put = vi.spyOn(bucket, "put");
		const refused = await service.storeGreeting(bytes);
		expect(refused).toMatchObject({ ok: false, error: { code, message: expect.stringContaining(message) } });
		expect(put).not.toHaveBeenCalled();
		put.mockRestore();
	});

	it("takes a whole minute, and an MP3 that its encoder filled up", async () => {
		await store(wavOf({ seconds: 60, sampleRate: 16_000 }));
		await store(mp3Of([...framesOf(60), 9, 9, 9]));
	});
});

describe("dropping", () => {
	it("deletes what nobody plays, and leaves what somebody still plays", async () => {
		await service.dropGreeting(key);
		expect(await bucket.head(key)).not.toBeNull();
		await db.update(extensions).set({ greetingAudio: null }).where(eq(extensions.ext, "103"));
		await service.dropGreeting(key);
		expect(await bucket.head(key)).toBeNull();
	});

	it("deletes nothing but greetings", async () => {
		await bucket.put("voicemail/101/vm_1.mp3", "x");
		await service.dropGreeting("voicemail/101/vm_1.mp3");
		expect(await bucket.head("voicemail/101/vm_1.mp3")).not.toBeNull();
	});
});
