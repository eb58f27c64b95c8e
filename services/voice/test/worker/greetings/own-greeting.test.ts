import { createExecutionContext } from "cloudflare:test";
import { openDb } from "@cloudpbx/db/open-db";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { greetingPins, greetingRecordings } from "@cloudpbx/db/schema/greetings";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { checkGreetingPin, setGreetingPin } from "../../../src/greetings/greeting-pins.ts";
import { VoiceService } from "../../../src/rpc.ts";
import { sweepGreetings } from "../../../src/sweep/sweep-greetings.ts";
import { framesOf, mp3Of } from "../../domain/sounds.ts";
import { sendWebhook, sidOf, testContext, testEnv } from "../carrier.ts";
import { foundCompany, mainLine } from "../directory.ts";

const db = openDb(testEnv.DB);
const bucket = testEnv.VOICEMAIL_AUDIO;
const service = new VoiceService(createExecutionContext(), testEnv);
const janesPhone = "+14155550151";
const janesNumber = "+14155550101";
const isJane = eq(extensions.id, "ext_101");
const sound = () => mp3Of(framesOf(2));

/** In turn; the last one stays. */
let answers: (() => Response)[] = [];
let deleted: string[] = [];
let callNumber = 0;
let takeNumber = 0;
let recording = "";

beforeAll(foundCompany);

beforeEach(async () => {
	answers = [() => new Response(sound())];
	deleted = [];
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		const path = new URL(String(input instanceof Request ? input.url : input)).pathname;
		if (init?.method === "DELETE") {
			deleted.push(/RE[0-9a-f]{32}/.exec(path)?.[0] ?? "");
			return new Response(null, { status: 204 });
		}
		const next = answers.length > 1 ? answers.shift() : answers[0];
		return next?.() ?? new Response(null, { status: 404 });
	});
	await db.batch([
		db.delete(greetingPins),
		db.delete(greetingRecordings),
		db.delete(callEvents),
		db.delete(calls),
	]);
	await db.update(extensions).set({ greetingAudio: null }).where(isJane);
	await service.setGreetingPin("ext_101", "2468");
});

afterEach(() => vi.restoreAllMocks());

async function call({ from = janesPhone, to = janesNumber } = {}) {
	const params = {
		CallSid: sidOf("CA", `own${++callNumber}`),
		From: from,
		To: to,
		CallStatus: "in-progress",
	};
	let document = "";
	const ask = async (path: string, more: Record<string, string> = {}) => {
		const response = await sendWebhook(path, { ...params, ...more });
		expect(response.status).toBe(200);
		document = await response.text();
		return document;
	};
	const next = () => /action="https:\/\/pbx\.example\.com([^"]+)"/.exec(document)?.[1] ?? "nowhere";
	await ask("/ivr/inbound");
	return {
		params,
		hears: () => [...document.matchAll(/<Say[^>]*>([^<]*)</g)].map(([, text]) => text).join(" "),
		document: () => document,
		press: (digits: string) => ask(next(), { Digits: digits }),
		speak: (seconds = 3, more: Record<string, string> = {}) => {
			recording = sidOf("RE", `take${++takeNumber}`);
			return ask(next(), {
				RecordingSid: recording,
				RecordingDuration: String(seconds),
				Digits: "#",
				...more,
			});
		},
	};
}

async function recorded(keys: readonly string[] = ["*", "2468"]) {
	const line = await call();
	for (const digits of keys) await line.press(digits);
	await line.speak();
	return line;
}

const greetingOf = async () =>
	(await db.select({ key: extensions.greetingAudio }).from(extensions).where(isJane))[0]?.key ?? null;

describe("a call of one's own telephone to one's own extension", () => {
	it("rings nobody: star records the greeting, silence is voicemail, by the own number and by the menu", async () => {
		const direct = await call();
		expect(direct.hears()).toBe("Press star to record your greeting, or leave a message after the tone.");
		expect(direct.document()).not.toContain("<Dial");
		await direct.press("");
		expect(direct.document()).toContain("/ivr/voicemail/101/finished");
		const menu = await call({ to: mainLine });
		await menu.press("101");
		expect(menu.hears()).toContain("Press star to record your greeting");
	});

	it("rings as ever from any other telephone, and with a withheld number", async () => {
		expect((await call({ from: "+14155550152" })).document()).toContain("<Dial");
		expect((await call({ from: "anonymous" })).document()).toContain("<Dial");
	});

	it("says where the PIN is set while there is none", async () => {
		await service.setGreetingPin("ext_101", null);
		const line = await call();
		await line.press("*");
		expect(line.hears()).toContain("Set yours in the dashboard");
		expect(line.document()).toContain("<Hangup");
	});
});

describe("the greeting", () => {
	it("is recorded, played back and kept, with an entry in the audit log and no copy at the carrier", async () => {
		const line = await recorded();
		expect(line.document()).toMatch(
			/You recorded:<\/Say><Play>https:\/\/pbx\.example\.com\/ivr\/greeting\/[0-9a-f]{64}\.mp3</,
		);
		expect(await greetingOf()).toBeNull();
		await line.press("1");
		expect(line.hears()).toBe("Your new greeting is saved. Goodbye.");
		const key = (await greetingOf()) ?? "";
		expect(key).toMatch(/^greetings\/[0-9a-f]{64}\.mp3$/);
		expect(await bucket.head(key)).not.toBeNull();
		expect(deleted).toEqual([recording]);
		const [entry] = await db.select().from(auditEvents).where(eq(auditEvents.action, "extension.update"));
		expect(entry).toMatchObject({
			actorKind: "system",
			actorName: "Jane Smith, by telephone",
			targetId: "ext_101",
			before: { greetingAudio: null },
			after: { greetingAudio: "mp3" },
		});
		const heard = await call({ from: "+14155550152" });
		expect(heard.document()).toContain("<Dial");
		const kinds = (await db.select({ kind: callEvents.kind }).from(callEvents)).map(({ kind }) => kind);
		expect(kinds).toEqual(expect.arrayContaining(["greeting_recorded", "greeting_kept"]));
	});

	it("is recorded again by 2, and stays as it was by star or by silence", async () => {
		const line = await recorded();
		await line.press("2");
		expect(line.document()).toContain("<Record");
		const another = await recorded();
		await another.press("*");
		expect(another.hears()).toBe("Your greeting stays as it was. Goodbye.");
		const silent = await recorded();
		for (let count = 0; count < 3; count++) await silent.press("");
		expect(silent.hears()).toBe("Your greeting stays as it was. Goodbye.");
		expect(await greetingOf()).toBeNull();
		expect(await db.select().from(voicemails)).toEqual([]);
	});

	it("waits for a carrier that is late, and stays as it was when nothing comes", async () => {
		answers = [() => new Response(null, { status: 404 }), () => new Response(sound())];
		const line = await recorded();
		expect(line.hears()).toBe("One moment, please.");
		await line.press("");
		expect(line.document()).toContain("<Play>");
		answers = [() => new Response(null, { status: 404 })];
		await db.delete(greetingRecordings);
		const lost = await recorded();
		for (let count = 0; count < 5; count++) await lost.press("");
		expect(lost.hears()).toContain("could not be saved. Your greeting stays as it was.");
		expect(lost.document()).toContain("<Hangup");
	});

	it("is nobody's when its caller hangs up: no greeting, no voicemail, no copy", async () => {
		const line = await call();
		for (const digits of ["*", "2468"]) await line.press(digits);
		await line.speak(3, { CallStatus: "completed", Digits: "hangup" });
		expect(await db.select({ state: greetingRecordings.state }).from(greetingRecordings)).toEqual([
			{ state: "dropped" },
		]);
		expect(deleted).toEqual([recording]);
	});

	it("that nobody decided on is dropped by the sweep, with its sound", async () => {
		await recorded();
		const [row] = await db.select().from(greetingRecordings);
		const hoursLater = new Date(Date.now() + 2 * 3_600_000);
		const carrier = { accountSid: "AC", version: { remove: async () => true } } as never;
		expect(await sweepGreetings(testContext({ carrier }, hoursLater))).toBe(1);
		expect(await bucket.head(row?.audio ?? "")).toBeNull();
	});
});

describe("the PIN", () => {
	it("is asked for three times in a call, and what is typed is kept nowhere", async () => {
		const line = await call();
		await line.press("*");
		for (const digits of ["1111", "2222"]) {
			await line.press(digits);
			expect(line.hears()).toBe("That is not the PIN. Enter your PIN, then press pound.");
		}
		await line.press("3333");
		expect(line.hears()).toBe("That is not the PIN. Your greeting stays as it was. Goodbye.");
		const kept = JSON.stringify([await db.select().from(callEvents), await db.select().from(greetingPins)]);
		expect(kept).not.toMatch(/1111"|2222"|3333"|"2468/);
	});

	it("has five tries in an hour, however many calls ask at once, then none for the right one either", async () => {
		const now = new Date();
		const tries = Array.from({ length: 12 }, () => checkGreetingPin(testContext({}, now), "ext_101", "0000"));
		const verdicts = await Promise.all(tries);
		expect(verdicts.filter((verdict) => verdict === "wrong")).toHaveLength(5);
		expect(await checkGreetingPin(testContext({}, now), "ext_101", "2468")).toBe("locked");
		const line = await call();
		await line.press("*");
		expect(line.hears()).toContain("too many wrong PINs");
		const hourLater = new Date(now.getTime() + 3_600_000);
		expect(await checkGreetingPin(testContext({}, hourLater), "ext_101", "2468")).toBe("right");
	});

	it("begins anew when it is set, and a right one forgets the wrong ones", async () => {
		const now = new Date();
		for (let count = 0; count < 4; count++) await checkGreetingPin(testContext({}, now), "ext_101", "0000");
		expect(await checkGreetingPin(testContext({}, now), "ext_101", "2468")).toBe("right");
		for (let count = 0; count < 5; count++) await checkGreetingPin(testContext({}, now), "ext_101", "0000");
		await setGreetingPin(testContext({}, now), "ext_101", "13579");
		expect(await checkGreetingPin(testContext({}, now), "ext_101", "13579")).toBe("right");
		expect(await checkGreetingPin(testContext({}, now), "ext_102", "13579")).toBe("missing");
	});
});
