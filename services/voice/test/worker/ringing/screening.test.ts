import { openDb } from "@cloudpbx/db/open-db";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import { callIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { and, asc, eq, ne } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { endCall, sendWebhook, sidOf, testEnv } from "../carrier.ts";
import { caller, foundCompany, mainLine } from "../directory.ts";

const db = openDb(testEnv.DB);
const jane = "+14155550101";
const janesPhone = "+14155550151";
const hangUp = '<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>';
const connect = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

beforeAll(foundCompany);

const callOf = (word: string, to = jane, from = caller) => ({
	CallSid: sidOf("CA", word),
	From: from,
	To: to,
	CallStatus: "in-progress",
});

const legOf = (word: string, from: string | null = caller) => ({
	CallSid: sidOf("CA", `leg${word}`),
	ParentCallSid: sidOf("CA", word),
	...(from !== null && { From: from }),
	To: janesPhone,
	CallStatus: "in-progress",
	Direction: "outbound-dial",
});

const ask = async (
	path: string,
	params: Record<string, string>,
	options?: Parameters<typeof sendWebhook>[2],
) => {
	const response = await sendWebhook(path, params, options);
	expect(response.status).toBe(200);
	return response.text();
};

async function loadEvents(word: string, more: Record<string, string> = {}) {
	const row = await loadCall(word);
	if (row) await endCall({ ...callOf(word, row.toNumber, row.fromNumber ?? ""), ...more });
	const rows = await db
		.select({ kind: callEvents.kind, detail: callEvents.detail })
		.from(callEvents)
		.where(and(eq(callEvents.callId, callIdOf(sidOf("CA", word))), ne(callEvents.kind, "ended")))
		.orderBy(asc(callEvents.at), asc(callEvents.id));
	return rows.map(({ kind, detail }) => ({ kind, ...detail }));
}

const loadKinds = async (word: string) => (await loadEvents(word)).map(({ kind }) => kind);

async function loadCall(word: string) {
	const [row] = await db
		.select()
		.from(calls)
		.where(eq(calls.id, callIdOf(sidOf("CA", word))));
	return row;
}

async function ring(word: string, to = jane, from = caller): Promise<string> {
	const twiml = await ask("/ivr/inbound", callOf(word, to, from));
	return twiml.match(/<Number url="https:\/\/pbx\.example\.com([^"]+)"/)?.[1] ?? "";
}

const resultOf = (word: string, more: Record<string, string>) => ({
	...callOf(word),
	DialCallSid: sidOf("CA", `leg${word}`),
	...more,
});

describe("a rung telephone that is picked up", () => {
	it("hears the contact's name where it is known, and the number while it cannot be looked up", async () => {
		const at = new Date();
		const contact = { id: "con_1", number: caller, sortName: "ana", createdAt: at, updatedAt: at };
		await db.insert(contacts).values({ ...contact, name: "Ana <Smith>", company: "Acme" });
		const path = await ring("named");
		expect(await ask(path, legOf("named"))).toContain(
			">Ana &lt;Smith&gt; for Jane Smith. Press 1 to take the call.<",
		);
		const database = {
			prepare: () => {
				throw new Error("D1 is down");
			},
		} as unknown as D1Database;
		expect(await ask(path, legOf("named"), { database })).toContain(">4 1 5, 5 5 5, 0 1 9 9 for Jane Smith.");
		await db.update(contacts).set({ name: null });
		expect(await ask(path, legOf("named"))).toContain(">Acme for Jane Smith.");
		await db.delete(contacts);
		expect(await ask(path, legOf("named"))).toContain(">4 1 5, 5 5 5, 0 1 9 9 for Jane Smith.");
	});

	it("hears who calls and for whom, and is connected by the key 1", async () => {
		const path = await ring("take");
		const heard = await ask(path, legOf("take"));
		expect(heard).toBe(
			'<?xml version="1.0" encoding="UTF-8"?><Response><Gather action="https://pbx.example.com/ivr/screen/101/101/key" numDigits="1" finishOnKey="#" timeout="8" actionOnEmptyResult="true"><Say>4 1 5, 5 5 5, 0 1 9 9 for Jane Smith. Press 1 to take the call.</Say></Gather><Hangup/></Response>',
		);
		expect(await ask("/ivr/screen/101/101/key", { ...legOf("take"), Digits: "1" })).toBe(connect);
		const spoke = { DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "9" };
		await ask("/ivr/extension/101/result", resultOf("take", spoke));
		expect(await loadKinds("take")).toEqual([
			"received",
			"extension_rang",
			"extension_picked_up",
			"extension_taken",
			"extension_answered",
		]);
		expect(await loadCall("take")).toMatchObject({ outcome: "answered", talkSeconds: 9 });
	});

	it.each(["2", "*", "#", "0", ""])("is not connected by %j", async (digits) => {
		expect(await ask("/ivr/screen/101/101/key", { ...legOf("wrong"), Digits: digits })).toBe(hangUp);
	});

	it.each(["completed", "no-answer", "busy", "canceled", "failed", ""])(
		"is no conversation when nobody pressed the key, whatever the carrier calls it (%j)",
		async (DialCallStatus) => {
			const word = `mb${DialCallStatus}`;
			await ask(await ring(word), legOf(word));
			await ask("/ivr/screen/101/101/key", legOf(word));
			const result = resultOf(word, { DialCallStatus, DialBridged: "false", DialCallDuration: "14" });
			expect(await ask("/ivr/extension/101/result", result)).toContain("<Record");
			expect(await loadCall(word)).toMatchObject({ outcome: null, talkSeconds: null });
			expect(await loadKinds(word)).toEqual([
				"received",
				"extension_rang",
				"extension_picked_up",
				"extension_not_taken",
				"voicemail_offered",
			]);
		},
	);

	it("was a conversation when the carrier does not say, and the leg completed and lasted", async () => {
		for (const [word, more, outcome] of [
			["abs1", { DialCallStatus: "completed", DialCallDuration: "12" }, "answered"],
			["abs2", { DialCallStatus: "completed", DialCallDuration: "12", DialBridged: "" }, "answered"],
			["abs3", { DialCallStatus: "completed", DialCallDuration: "0" }, null],
			["abs4", { DialCallStatus: "completed" }, null],
			["abs5", { DialCallStatus: "no-answer", DialCallDuration: "12" }, null],
			["abs6", { DialCallStatus: "completed", DialCallDuration: "12", DialBridged: "false" }, null],
		] as const) {
			await ring(word, "+14155550101");
			await ask("/ivr/extension/101/result", resultOf(word, more));
			expect((await loadCall(word))?.outcome, word).toBe(outcome);
		}
	});

	it("hears no number that was withheld, and none when the line does not tell it", async () => {
		const withheld = await ring("anon", jane, "anonymous");
		expect(await ask(withheld, legOf("anon", jane))).toContain("<Say>A caller for Jane Smith. Press 1");
		for (const from of [null, "", "garbage"]) {
			expect(await ask(await ring("none"), legOf("none", from))).toContain("<Say>A caller for Jane");
		}
	});

	it("hears who calls though the carrier does not say for which call it was rung", async () => {
		const path = await ring("orphan");
		const { ParentCallSid: _, ...leg } = legOf("orphan");
		expect(await ask(path, leg)).toContain("<Say>4 1 5, 5 5 5, 0 1 9 9 for Jane Smith.");
		expect(await ask("/ivr/screen/101/101/key", { ...leg, Digits: "1" })).toBe(connect);
		expect(await loadKinds("orphan")).toEqual(["received", "extension_rang"]);
		expect(await loadCall("legorphan")).toBeUndefined();
	});

	it("answers without the database, whatever else is wrong with it", async () => {
		const path = await ring("down");
		const database = {
			prepare: () => {
				throw new Error("D1 is down");
			},
			batch: () => Promise.reject(new Error("D1 is down")),
		} as unknown as D1Database;
		vi.spyOn(console, "error").mockImplementation(() => {});
		expect(await ask(path, legOf("down"), { database })).toContain("Press 1 to take the call");
		const key = { ...legOf("down"), Digits: "1" };
		expect(await ask("/ivr/screen/101/101/key", key, { database })).toBe(connect);
		vi.restoreAllMocks();
	});

	it("is asked again in the same words, and is one event", async () => {
		const path = await ring("twice");
		const first = await ask(path, legOf("twice"));
		expect(await ask(path, legOf("twice"))).toBe(first);
		expect(await ask(path, legOf("twice"), { method: "GET" })).toBe(first);
		for (const digits of ["1", "1", "2"]) {
			await ask("/ivr/screen/101/101/key", { ...legOf("twice"), Digits: digits });
		}
		expect(await loadKinds("twice")).toEqual([
			"received",
			"extension_rang",
			"extension_picked_up",
			"extension_taken",
		]);
		expect(await loadCall("twice")).toMatchObject({ takenBy: "101" });
	});

	it("has no row of its own, and browsers hear nothing of it", async () => {
		const events: unknown[] = [];
		const messaging = { publishLive: async (news: unknown[]) => void events.push(...news) } as never;
		const path = await ring("row");
		const before = await db.$count(calls);
		await ask(path, legOf("row"), { env: { MESSAGING: messaging } });
		await ask("/ivr/screen/101/101/key", { ...legOf("row"), Digits: "2" }, { env: { MESSAGING: messaging } });
		await ask("/ivr/fallback", legOf("row"), { env: { MESSAGING: messaging } });
		expect(await db.$count(calls)).toBe(before);
		expect(events).toEqual([]);
	});

	it("leaves the caller who gave up meanwhile without a voicemail and without a conversation", async () => {
		await ask(await ring("gone"), legOf("gone"));
		const gone = { CallStatus: "completed", DialCallStatus: "completed", DialBridged: "false" };
		expect(await ask("/ivr/extension/101/result", resultOf("gone", gone))).not.toContain("<Record");
		// The key came too late: the caller has hung up.
		expect(await ask("/ivr/screen/101/101/key", { ...legOf("gone"), Digits: "1" })).toBe(connect);
		await sendWebhook("/ivr/status", { ...callOf("gone"), CallStatus: "completed", CallDuration: "0" });
		expect(await loadCall("gone")).toMatchObject({ outcome: "abandoned", talkSeconds: null });
	});

	it("goes back to the receptionist when a call that she put through was not taken", async () => {
		await ask("/ivr/inbound", callOf("rec", mainLine));
		const path = "/ivr/receptionist/1/2/extension/101/result";
		await ask("/ivr/screen/101/101/known/SmFuZSBTbWl0aA", legOf("rec"));
		const result = { DialCallStatus: "no-answer", DialBridged: "false" };
		expect(await ask(path, { ...resultOf("rec", result), To: mainLine })).toContain(
			"Jane Smith is not available",
		);
		expect(await loadKinds("rec")).toEqual([
			"received",
			"menu_played",
			"extension_picked_up",
			"extension_not_taken",
		]);
	});

	it("takes the call at once when its extension answers by picking up", async () => {
		const twiml = await ask("/ivr/menu/1", { ...callOf("pat", mainLine), Digits: "105" });
		expect(twiml).toContain(
			'<Number url="https://pbx.example.com/ivr/screen/105/105/taken" method="POST">+14155550155</Number>',
		);
	});

	it("is hung up when its address fails: the caller goes on to the voicemail, or speaks where no key is needed", async () => {
		for (const ErrorUrl of [
			"https://pbx.example.com/ivr/screen/101/101/known/SmFuZQ",
			"https://pbx.example.com/ivr/screen/101/101/key",
		]) {
			const failed = { ...callOf("fell"), ErrorCode: "11200", ErrorUrl };
			expect(await ask("/ivr/fallback", failed, { env: { FALLBACK_NUMBER: "+14155550170" } })).toBe(hangUp);
		}
		expect(await ask("/ivr/fallback", legOf("fell"))).toBe(hangUp);
		const ErrorUrl = "https://pbx.example.com/ivr/screen/105/105/taken";
		const pickedUp = await ask("/ivr/fallback", { ...legOf("fell"), ErrorCode: "11200", ErrorUrl });
		expect(pickedUp).toMatch(/<Response ?\/>|<Response><\/Response>/);
	});
});

describe("the fallback number", () => {
	const env = { FALLBACK_NUMBER: "+14155550170" };

	it("takes the call by a key as well, and needs nothing looked up", async () => {
		const twiml = await ask("/ivr/fallback", callOf("fb", mainLine), { env });
		expect(twiml).toContain('<Number url="https://pbx.example.com/ivr/fallback/screen/known" method="POST">');
		const heard = await ask("/ivr/fallback/screen/known", legOf("fb"), { env });
		expect(heard).toContain("<Say>4 1 5, 5 5 5, 0 1 9 9 for your company. Press 1 to take the call.</Say>");
		expect(heard).toContain('action="https://pbx.example.com/ivr/fallback/screen/key"');
		expect(await ask("/ivr/fallback/screen/key", { ...legOf("fb"), Digits: "1" }, { env })).toBe(connect);
		expect(await ask("/ivr/fallback/screen/key", legOf("fb"), { env })).toBe(hangUp);
		const withheld = await ask("/ivr/fallback/screen/withheld", legOf("fb", mainLine), { env });
		expect(withheld).toContain("<Say>A caller for your company.");
		const notTaken = { ...callOf("fb", mainLine), DialCallStatus: "completed", DialBridged: "false" };
		expect(await ask("/ivr/fallback/result", notTaken, { env })).toContain("<Record");
	});

	it("is not rung by a call that it sent on to us", async () => {
		const back = { ...callOf("fbback", mainLine), ForwardedFrom: "4155550170" };
		expect(await ask("/ivr/fallback", back, { env })).toContain("Please leave a message");
	});
});

describe("a call that the extension's own telephone sent on", () => {
	it.each([
		janesPhone,
		"4155550151",
		"14155550151",
		"(415) 555-0151",
		"tel:+14155550151",
		"tel:+1-415-555-0151;ext=2",
		"sip:+14155550151@carrier.example",
		"<sip:4155550151@carrier.example;user=phone>",
	])("has the voicemail at once when its number is written %s", async (ForwardedFrom) => {
		const word = `f${ForwardedFrom.replace(/\W/g, "")}`.slice(0, 16);
		const twiml = await ask("/ivr/inbound", { ...callOf(word), ForwardedFrom });
		expect(twiml).toContain("<Record");
		expect(twiml).not.toContain("<Dial");
		expect(await loadEvents(word, { ForwardedFrom })).toEqual([
			{ kind: "received", to: jane },
			{ kind: "voicemail_offered", extension: "101", isForwarded: true },
		]);
	});

	it.each([
		"",
		"garbage",
		"anonymous",
		"+14155550152",
		"+1",
		"0151",
		"+266696687",
		"sip:jane@carrier.example",
	])("rings when %j sent it on", async (ForwardedFrom) => {
		const word = `g${ForwardedFrom.length}`;
		expect(await ask("/ivr/inbound", { ...callOf(word), ForwardedFrom })).toContain("<Dial");
		expect(await loadEvents(word, { ForwardedFrom })).toEqual([
			{ kind: "received", to: jane },
			{ kind: "extension_rang", extension: "101" },
		]);
	});

	it("has the voicemail at once by the menu and by the receptionist's keys", async () => {
		for (const [path, word] of [
			["/ivr/menu/1", "menu"],
			["/ivr/receptionist/1/1/0", "desk"],
		] as const) {
			const pressed = { ...callOf(word, mainLine), Digits: "101", ForwardedFrom: janesPhone };
			const twiml = await ask(path, pressed);
			expect(twiml).toContain("<Record");
			expect(twiml).not.toContain("<Dial");
		}
	});
});
