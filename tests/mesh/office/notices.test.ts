import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { type PhoneCall, until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const caller = "+14155550199";
const phones = { jane: "+14155550151", sam: "+14155550152", ana: "+14155550153" };
type Name = keyof typeof phones;
const keys: Record<Name, string> = { jane: "101", sam: "102", ana: "103" };
const names = Object.keys(phones) as Name[];

interface Email {
	to: string[];
	from: string;
	subject: string;
	text: string;
	html: string;
}

let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;
let groupLine: string;
const cookies = {} as Record<Name, string>;

beforeAll(async () => {
	mesh = await startTestMesh({ cronSeconds: 5 });
	api = apiClient(mesh);
	await mesh.network.setSpeed(5);
	const { body } = await api<{ items: { id: string; ext: string }[] }>("GET", "/extensions");
	const idOf = Object.fromEntries(body.items.map(({ ext, id }) => [ext, id]));
	await api("PUT", `/extensions/${idOf["103"]}`, { forwardTo: phones.ana });
	for (const name of names) cookies[name] = await admit(name);
	const group = { kind: "group", ext: "120", name: "Sales", members: ["101", "102", "103"], ringSeconds: 5 };
	const created = await api<{ id: string }>("POST", "/extensions", group);
	groupLine = await until("the group's number", async () => {
		const shown = await api<{ number: string | null }>("GET", `/extensions/${created.body.id}`);
		return shown.body.number;
	});
}, 120_000);
afterAll(() => stopTestMesh(mesh));
beforeEach(async () => {
	await setHour(12);
	for (const name of names) await choose(name, { missedCall: "none", voicemail: "none", atNight: false });
});
afterEach(async () => {
	await mesh.network.send("DELETE", "/emails").catch(() => undefined);
});

async function admit(name: Name): Promise<string> {
	const email = `${name}@acme.example`;
	const invited = await api<{ link: string }>("POST", "/invitations", {
		email,
		role: "agent",
		extension: keys[name],
	});
	const password = `a long password of ${name}`;
	const token = new URL(invited.body.link).hash.slice(1);
	expect((await api("POST", "/invitations/accept", { token, name, password })).status).toBe(201);
	const response = await fetch(`${mesh.url}/api/auth/sign-in/email`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ email, password }),
	});
	return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

async function choose(name: Name, choices: object): Promise<void> {
	const response = await fetch(`${mesh.url}/api/me/notices`, {
		method: "PUT",
		headers: { "content-type": "application/json", cookie: cookies[name] },
		body: JSON.stringify(choices),
	});
	expect(response.status, await response.clone().text()).toBe(200);
	expect(await response.json()).toMatchObject(choices);
}

/** Sets the time zone in which it is this hour now. */
async function setHour(hour: number): Promise<void> {
	const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
	// The signs of these names are reversed.
	const timeZone = `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
	expect((await api("PUT", "/settings", { timeZone })).status).toBe(200);
}

async function emailsTo(name: Name): Promise<Email[]> {
	return (await mesh.network.send<{ items: Email[] }>("GET", `/emails?to=${name}@acme.example`)).items;
}

const expectEmails = (name: Name, count: number) =>
	until(
		`${count} e-mail(s) to ${name}`,
		async () => {
			const emails = await emailsTo(name);
			return emails.length >= count && emails;
		},
		40,
	);

/** Waits until all notices about this call are decided. */
async function settled(call: PhoneCall): Promise<void> {
	await until("the call's end", async () => {
		const rows = await mesh.query(
			"SELECT 1 FROM calls WHERE carrier_id = ? AND ended_at IS NOT NULL",
			call.sid,
		);
		return rows.length > 0;
	});
	await until(
		"every notice to be settled",
		async () => {
			const open = await mesh.query(
				"SELECT id FROM office_events WHERE event LIKE 'call.%' UNION SELECT id FROM notice_events UNION SELECT id FROM notices WHERE status IN ('waiting', 'claimed')",
			);
			return open.length === 0;
		},
		40,
	);
}

it("tells nobody of a group's call that one of three takes, and each once of one that nobody takes", async () => {
	await choose("jane", { missedCall: "text" });
	await choose("sam", { missedCall: "email" });
	await choose("ana", { missedCall: "text" });
	const taken = await mesh.network.dial(caller, groupLine);
	await (await taken.expectRings(phones.sam)).take();
	await taken.hangUp();
	await settled(taken);
	const missed = await mesh.network.dial(caller, groupLine);
	await missed.expectRings(phones.jane);
	await missed.hangUp();
	for (const name of ["jane", "ana"] as const) {
		const [text] = await mesh.network.expectTexts(phones[name], 1);
		expect(text?.body).toMatch(/^Missed call from \(415\) 555-0199 for Sales at \d\d?:\d\d [AP]M\. http/);
	}
	const [email] = await expectEmails("sam", 1);
	expect(email).toMatchObject({
		subject: "Missed call from (415) 555-0199",
		from: "Acme Corp <notices@acme.example>",
	});
	await settled(missed);
	for (const name of ["jane", "ana"] as const)
		expect(await mesh.network.received(phones[name])).toHaveLength(1);
	expect(await emailsTo("sam")).toHaveLength(1);
	expect(await emailsTo("jane")).toEqual([]);
	const { body } = await api<{ items: { from: string }[] }>("GET", "/conversations");
	expect(body.items.filter(({ from }) => from === phones.jane)).toEqual([]);
}, 90_000);

it("tells of a voicemail with what it says, and not of a missed call besides", async () => {
	await choose("jane", { missedCall: "email", voicemail: "email" });
	const call = await mesh.network.dial(caller, "+14155550101");
	const { sid } = await call.expectRings(phones.jane);
	await mesh.network.send("POST", `/calls/${sid}/reject`);
	await call.leaveMessage(4, "Please call me back about the invoice.");
	await call.expectEnds();
	const [email] = await expectEmails("jane", 1);
	expect(email?.subject).toBe("Voicemail from (415) 555-0199");
	expect(email?.text).toContain('"Please call me back about the invoice."');
	await settled(call);
	expect(await emailsTo("jane")).toHaveLength(1);
}, 90_000);

it("sends nothing to a person's telephone that said STOP", async () => {
	await choose("ana", { missedCall: "text" });
	const before = (await mesh.network.received(phones.ana)).length;
	await mesh.network.send("POST", "/messages", { from: phones.ana, to: "+18005550100", body: "STOP" });
	await until("the opt-out", async () => {
		const rows = await mesh.query("SELECT 1 FROM opt_outs WHERE number = ?", phones.ana);
		return rows.length > 0;
	});
	const answered = (await mesh.network.received(phones.ana)).length;
	expect(answered - before).toBeLessThanOrEqual(1);
	const call = await mesh.network.dial(caller, "+14155550103");
	await call.expectRings(phones.ana);
	await call.hangUp();
	await settled(call);
	const rows = await mesh.query<{ reason: string }>("SELECT reason FROM notices WHERE reason IS NOT NULL");
	expect(rows.map(({ reason }) => reason)).toContain("opted_out");
	expect(await mesh.network.received(phones.ana)).toHaveLength(answered);
}, 90_000);

it("keeps what happens at night for one summary in the morning", async () => {
	await choose("sam", { missedCall: "email" });
	await setHour(23);
	for (let count = 0; count < 2; count++) {
		const call = await mesh.network.dial(caller, "+14155550102");
		await call.expectRings(phones.sam);
		await call.hangUp();
	}
	await until(
		"both to be kept back",
		async () => {
			const held = await mesh.query("SELECT id FROM notices WHERE is_held = 1 AND status = 'waiting'");
			return held.length === 2;
		},
		40,
	);
	expect(await emailsTo("sam")).toEqual([]);
	await setHour(9);
	await mesh.query("UPDATE notices SET due_at = 0 WHERE is_held = 1");
	const [email] = await expectEmails("sam", 1);
	expect(email?.subject).toMatch(/^2 missed calls since \d\d?:\d\d [AP]M$/);
	expect(await emailsTo("sam")).toHaveLength(1);
}, 90_000);
