import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { type PhoneCall, until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const caller = "+14155550199";
const mainLine = "+18005550100";
const phones = { jane: "+14155550151", sam: "+14155550152", ana: "+14155550153" };
const salesLine = "+14155550110";

interface CallRow {
	outcome: string | null;
	extension: string | null;
	taken_by: string | null;
}
interface Extension {
	id: string;
	ext: string;
	number: string | null;
}

interface WhatIf {
	steps: { kind: string; text?: string; phones?: string[] }[];
	outcome: string;
}

let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;
let sales: Extension;
const idOf: Record<string, string> = {};

beforeAll(async () => {
	mesh = await startTestMesh();
	api = apiClient(mesh);
	await mesh.network.setSpeed(5);
	for (const { id, ext } of (await api<{ items: Extension[] }>("GET", "/extensions")).body.items)
		idOf[ext] = id;
	await change("103", { forwardTo: phones.ana });
	const group = { kind: "group", ext: "120", name: "Sales", members: ["101", "102", "103"] };
	const created = await api<Extension>("POST", "/extensions", group);
	expect(created.status).toBe(202);
	sales = await until("the group's number", async () => {
		const { body } = await api<Extension>("GET", `/extensions/${created.body.id}`);
		return body.number !== null && body;
	});
	idOf["120"] = sales.id;
}, 120_000);
afterAll(() => stopTestMesh(mesh));
afterEach(async () => {
	for (const phone of Object.values(phones)) await mesh.network.setPhone(phone, { onCall: "ring" });
	await api("PUT", "/hours", openAlways);
	await api("PUT", "/blocklist", { items: [] });
});

const openAlways = {
	week: {},
	exceptions: [],
	holidays: { country: null, names: [] },
	override: null,
	closed: { greeting: null, then: "menu" },
};

async function change(ext: string, fields: object): Promise<void> {
	const { status, body } = await api("PUT", `/extensions/${idOf[ext]}`, fields);
	expect(status, JSON.stringify(body)).toBe(200);
}

function endedCall(call: PhoneCall): Promise<CallRow> {
	return until(`the row of ${call.sid} to be closed`, async () => {
		const [row] = await mesh.query<CallRow>(
			"SELECT outcome, extension, taken_by FROM calls WHERE carrier_id = ? AND ended_at IS NOT NULL",
			call.sid,
		);
		return row;
	});
}

async function stepsOf(call: PhoneCall): Promise<string[]> {
	const rows = await mesh.query<{ kind: string }>(
		"SELECT e.kind FROM call_events e JOIN calls c ON c.id = e.call_id WHERE c.carrier_id = ? ORDER BY e.at, e.id",
		call.sid,
	);
	return rows.map(({ kind }) => kind);
}

describe("a group of three", () => {
	it("rings together; one takes the call, and the others stop", async () => {
		await change("120", { ringing: "together" });
		const call = await mesh.network.dial(caller, sales.number ?? salesLine);
		const [jane, sam, ana] = await Promise.all(Object.values(phones).map((phone) => call.expectRings(phone)));
		await sam?.take();
		await jane?.expectEnds("canceled");
		await ana?.expectEnds("canceled");
		await call.hangUp();
		expect(await endedCall(call)).toEqual({ outcome: "answered", extension: "120", taken_by: "102" });
		const { heard } = (await sam?.view()) ?? { heard: [] };
		expect(heard[0]).toContain("for Sales. Press 1 to take the call.");
	});

	it("rings in order, one after the other", async () => {
		await change("120", { ringing: "in_order", ringSeconds: 5 });
		const call = await mesh.network.dial(caller, sales.number ?? salesLine);
		await call.expectRings(phones.jane);
		expect((await call.view()).legs.map(({ to }) => to)).toEqual([phones.jane]);
		const sam = await call.expectRings(phones.sam);
		await sam.take();
		await call.hangUp();
		expect(await endedCall(call)).toEqual({ outcome: "answered", extension: "120", taken_by: "102" });
		expect((await call.view()).legs.map(({ to }) => to)).toEqual([phones.jane, phones.sam]);
	});

	it("takes a message when nobody answers, in the group's own box", async () => {
		await change("120", { ringing: "together", ringSeconds: 5 });
		const call = await mesh.network.dial(caller, sales.number ?? salesLine);
		await call.expectHears("Sales is not available.");
		await call.leaveMessage(4, "Please call me back.");
		await call.expectEnds();
		expect(await endedCall(call)).toMatchObject({ outcome: "voicemail", extension: "120" });
		const [box] = await mesh.query<{ extension_id: string }>(
			"SELECT v.extension_id FROM voicemails v JOIN calls c ON c.id = v.call_id WHERE c.carrier_id = ?",
			call.sid,
		);
		expect(box?.extension_id).toBe(sales.id);
	});

	it("is not swallowed by members' mailboxes: ours takes the message", async () => {
		for (const phone of Object.values(phones)) await mesh.network.setPhone(phone, { onCall: "answer" });
		const call = await mesh.network.dial(caller, sales.number ?? salesLine);
		await call.expectHears("Sales is not available.");
		await call.leaveMessage(3, "It is me.");
		await call.expectEnds();
		expect(await endedCall(call)).toMatchObject({ outcome: "voicemail", taken_by: null });
		expect(await stepsOf(call)).toContain("extension_not_taken");
	});

	it("passes over a member who speaks with somebody", async () => {
		await change("120", { ringing: "together", ringSeconds: 20 });
		const first = await mesh.network.dial("+14155550177", "+14155550101");
		await (await first.expectRings(phones.jane)).take();
		await until("Jane to count as busy", async () => {
			const rows = await mesh.query("SELECT 1 AS one FROM calls WHERE taken_by = '101' AND ended_at IS NULL");
			return rows.length === 1;
		});
		const call = await mesh.network.dial(caller, sales.number ?? salesLine);
		await call.expectRings(phones.sam);
		expect((await call.view()).legs.map(({ to }) => to).sort()).toEqual([phones.sam, phones.ana]);
		await call.hangUp();
		await first.hangUp();
		await endedCall(first);
	});

	it("has the voicemail at once when a member's telephone sent the call on", async () => {
		const call = await mesh.network.dial(caller, sales.number ?? salesLine, { forwardedFrom: phones.ana });
		await call.expectHears("Sales is not available.");
		expect((await call.view()).legs).toEqual([]);
		await call.hangUp();
		await endedCall(call);
	});
});

describe("opening hours", () => {
	it("close everything by one override, and open again when it ends", async () => {
		const until = new Date(Date.now() + 4000).toISOString();
		const greeting = "We are closed for the snow.";
		expect((await api("PUT", "/hours", { override: { state: "closed", until, greeting } })).status).toBe(200);
		const main = await mesh.network.dial(caller, mainLine);
		await main.expectHears(greeting);
		await main.hangUp();
		const own = await mesh.network.dial(caller, "+14155550101");
		await own.expectHears("Jane Smith is not available.");
		await own.hangUp();
		expect((await endedCall(own)).outcome).toBe("abandoned");
		await new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(until) - Date.now()) + 50));
		const open = await mesh.network.dial(caller, "+14155550101");
		await open.expectRings(phones.jane);
		await open.hangUp();
		await endedCall(open);
	});

	it("ring a number of the owner's choice at night, and take a message when nobody is there", async () => {
		const never = { monday: [] };
		const closed = { greeting: "Good night.", then: "number", number: "+14155550170" };
		expect((await api("PUT", "/hours", { week: never, closed })).status).toBe(200);
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectHears("Good night.");
		await (await call.expectRings("+14155550170")).take();
		await call.hangUp();
		expect((await endedCall(call)).outcome).toBe("answered");
	});
});

describe("the operator", () => {
	it("rings at the first asking", async () => {
		expect((await api("PUT", "/settings", { operator: "102" })).status).toBe(200);
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectWaitsFor("digits");
		await call.say("operator");
		await call.expectHears("Connecting you to Sam Lee.");
		const sam = await call.expectRings(phones.sam);
		await sam.take();
		expect((await sam.view()).heard[0]).toContain("The caller said: operator.");
		await call.hangUp();
		expect(await endedCall(call)).toMatchObject({ outcome: "answered", taken_by: "102" });
		await api("PUT", "/settings", { operator: null });
	});
});

describe("blocked callers", () => {
	it.each([
		["a number", { number: caller, then: "reject" }, caller],
		["the beginning of numbers", { prefix: "+1415", then: "reject" }, caller],
		["no number", { anonymous: true, then: "reject" }, "anonymous"],
	])("are turned away by %s", async (_, item, from) => {
		expect((await api("PUT", "/blocklist", { items: [item] })).status).toBe(200);
		const call = await mesh.network.dial(from, "+14155550101");
		expect(await endedCall(call)).toMatchObject({ outcome: "blocked", taken_by: null });
		expect((await call.view()).legs).toEqual([]);
		expect(await stepsOf(call)).toEqual(["received", "caller_blocked", "ended"]);
	});

	it("may leave a message where the owner wants that, and stay blocked", async () => {
		await api("PUT", "/blocklist", { items: [{ number: caller, then: "voicemail" }] });
		const call = await mesh.network.dial(caller, "+14155550101");
		await call.leaveMessage(3, "Buy my things.");
		await call.expectEnds();
		expect((await endedCall(call)).outcome).toBe("blocked");
	});
});

describe("what if", () => {
	const closedNow = { week: { monday: [] }, closed: { greeting: "We are out.", then: "menu" } };

	interface Situation {
		title: string;
		hours: object;
		to: string;
		keys: string[];
		answers: string[];
	}
	const voicemailOfAna = { greeting: null, then: "voicemail", extension: "103" };
	const situations: Situation[] = [
		{
			title: "open, an own number that nobody answers",
			hours: {},
			to: "+14155550102",
			keys: [],
			answers: [],
		},
		{
			title: "open, an own number that is answered",
			hours: {},
			to: "+14155550102",
			keys: [],
			answers: ["102"],
		},
		{ title: "open, the menu and an extension", hours: {}, to: mainLine, keys: ["102"], answers: ["102"] },
		{
			title: "open, keys that lead nowhere, then an extension",
			hours: {},
			to: mainLine,
			keys: ["177", "9", "102"],
			answers: [],
		},
		{ title: "closed, an own number", hours: closedNow, to: "+14155550102", keys: [], answers: [] },
		{
			title: "closed, the menu and an extension",
			hours: closedNow,
			to: mainLine,
			keys: ["102"],
			answers: ["102"],
		},
		{
			title: "closed, somebody's voicemail",
			hours: { ...closedNow, closed: voicemailOfAna },
			to: mainLine,
			keys: [],
			answers: [],
		},
	];

	it.each(situations)("is what then happens: $title", async ({ hours, to, keys, answers }) => {
		await api("PUT", "/hours", { ...openAlways, ...hours });
		const { status, body: told } = await api<WhatIf>("POST", "/what-if", {
			to,
			from: caller,
			keys,
			...(answers.length > 0 && { answers }),
		});
		expect(status).toBe(200);
		const call = await mesh.network.dial(caller, to);
		for (const digits of keys) {
			await call.expectWaitsFor("digits");
			const { heard } = await call.view();
			await call.press(digits);
			// Keys that follow at once would belong to the same choice.
			await until("the next words", async () => (await call.view()).heard.length > heard.length);
		}
		const rings = told.steps.flatMap((step) => (step.kind === "rings" ? [step.phones ?? []] : []));
		for (const phone of rings.flat()) {
			const leg = await call.expectRings(phone);
			if (answers.includes("102")) await leg.take();
		}
		if (told.outcome === "voicemail") await call.leaveMessage(3, "It is me.");
		else await call.hangUp();
		expect(await endedCall(call)).toMatchObject({ outcome: told.outcome });
		const { heard, legs } = await call.view();
		expect(legs.map((leg) => leg.to)).toEqual(rings.flat());
		const spoken = heard.filter((words) => !words.startsWith("[")).join(" ");
		const expected = told.steps.flatMap(({ text }) => text ?? []).join(" ");
		expect(spoken.startsWith(expected) || expected.startsWith(spoken), `${spoken}\n${expected}`).toBe(true);
	});
});

describe("a greeting recorded by telephone", () => {
	const janesLine = "+14155550101";

	beforeAll(async () => {
		const set = await api("PUT", `/extensions/${idOf["101"]}/greeting/pin`, { pin: "2468" });
		expect(set.status).toBe(200);
	});
	afterAll(() => api("DELETE", `/extensions/${idOf["101"]}/greeting/audio`));

	async function record(to: string): Promise<PhoneCall> {
		const call = await mesh.network.dial(phones.jane, to);
		if (to === mainLine) {
			await call.expectHears("Thank you for calling");
			await call.press("101");
		}
		await call.expectHears("Press star to record your greeting, or leave a message after the tone.");
		await call.press("*");
		await call.expectHears("Enter your PIN");
		await call.press("2468#");
		await call.expectHears("Record your greeting after the tone.");
		await call.leaveMessage(4, "Hello, this is Jane.");
		return call;
	}

	it("is played back, kept by 1, heard by the next caller, and in the audit log", async () => {
		const call = await record(janesLine);
		await call.expectHears("[audio: ");
		await call.expectHears("To keep it, press 1.");
		await call.press("1");
		await call.expectHears("Your new greeting is saved.");
		await call.expectEnds();
		expect(await endedCall(call)).toMatchObject({ outcome: "informed", taken_by: null });
		expect(await stepsOf(call)).toContain("greeting_kept");
		const { body } = await api<{ greetingAudio: string }>("GET", `/extensions/${idOf["101"]}`);
		expect(body.greetingAudio).toBe("mp3");
		const log = await api<{ items: object[] }>("GET", "/audit?targetKind=extension&limit=5");
		expect(log.body.items).toContainEqual(
			expect.objectContaining({
				after: expect.objectContaining({ greetingAudio: "mp3", greetingSeconds: expect.any(Number) }),
			}),
		);
		await until("the carrier's copy to be deleted", async () => {
			const left = await mesh.query("SELECT 1 FROM greeting_recordings WHERE carrier_deleted_at IS NULL");
			return left.length === 0;
		});
		await change("101", { ringSeconds: 5 });
		const next = await mesh.network.dial(caller, janesLine);
		await next.expectHears("[audio: ");
		await next.hangUp();
	});

	it("stays as it was by star, and when the carrier's recording does not come, by the menu as well", async () => {
		const before = await mesh.query("SELECT greeting_audio FROM extensions WHERE ext = '101'");
		const undone = await record(mainLine);
		await undone.expectHears("To keep it, press 1.");
		await undone.press("*");
		await undone.expectHears("Your greeting stays as it was.");
		await mesh.network.setFaults([{ match: "rest:GET /Recordings/*", effect: { status: 404 } }]);
		const lost = await record(janesLine);
		await lost.expectHears("One moment, please.");
		await lost.expectHears("could not be saved. Your greeting stays as it was.");
		await lost.expectEnds();
		await mesh.network.setFaults([]);
		expect(await mesh.query("SELECT greeting_audio FROM extensions WHERE ext = '101'")).toEqual(before);
		expect(await mesh.query("SELECT 1 FROM voicemails WHERE transcript LIKE '%this is Jane%'")).toEqual([]);
	});

	it("is what a what-if tells of such a call", async () => {
		const asked = { from: phones.jane, to: janesLine, keys: ["*"] };
		const { body } = await api<WhatIf>("POST", "/what-if", asked);
		expect(body.steps.map(({ kind, text }) => [kind, text])).toEqual([
			["asks", "Press star to record your greeting, or leave a message after the tone."],
			["asks", "Enter your PIN, then press pound."],
			["ends", undefined],
		]);
	});
});
