import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { anasLine, janesLine, mainLine } from "../set-up/demo-numbers.ts";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const person = "+14155556789";
const other = "+14155550199";
const patienceSeconds = 120;

/** The number in each notation, the name, and a word from each text, call, note and file. */
const traces = [
	"4155556789",
	"(415) 555-6789",
	"415-555-6789",
	"415 555 6789",
	"Zephyrine",
	"Quillfeather",
	"zephyrine@quill.example",
	"pangolin",
	"axolotl",
	"narwhal",
	"ocelot",
	"tapir",
	"wombat",
	"kinkajou",
	"PANGOLINPICTURE",
];

let mesh: TestMesh;
beforeAll(async () => {
	mesh = await startTestMesh({ cronSeconds: 5, sweepAfterSeconds: 5 });
	await mesh.network.setSpeed(5);
}, 120_000);
afterAll(async () => {
	await stopTestMesh(mesh).catch(() => rmSync(mesh.dataFolder, { recursive: true, force: true }));
});

async function rows(sql: string, ...values: unknown[]): Promise<number> {
	return (await mesh.query(sql, ...values)).length;
}

/** Registers a webhook that is never reached, and e-mail notices for the owner. */
async function listen(): Promise<void> {
	const webhook = await apiClient(mesh)("POST", "/webhooks", {
		url: "http://127.0.0.1:9/",
		events: ["call.ended", "voicemail.stored", "message.received", "message.updated", "consent.changed"],
	});
	expect(webhook.status, JSON.stringify(webhook.body)).toBe(201);
	const { email, password } = mesh.access;
	const headers = { "content-type": "application/json", origin: mesh.url };
	const signedIn = await fetch(`${mesh.url}/api/auth/sign-in/email`, {
		method: "POST",
		headers,
		body: JSON.stringify({ email, password }),
	});
	const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
	const chosen = await fetch(`${mesh.url}/api/me/notices`, {
		method: "PUT",
		headers: { ...headers, cookie },
		body: JSON.stringify({
			missedCall: "email",
			voicemail: "email",
			conversationWaiting: "email",
			atNight: true,
		}),
	});
	expect(chosen.status, await chosen.text()).toBe(200);
}

async function moveIn(): Promise<void> {
	const api = apiClient(mesh);
	const { network } = mesh;
	const contact = { number: person, name: "Zephyrine Quillfeather", email: "zephyrine@quill.example" };
	expect(
		(await api("POST", "/contacts", { ...contact, tags: ["vip"], notes: "Likes kinkajous" })).status,
	).toBe(201);

	const placed = await api<{ id: string }>("POST", "/calls", { to: person, as: "101" });
	expect(placed.status, JSON.stringify(placed.body)).toBe(202);
	expect((await api("POST", `/calls/${placed.body.id}/hang-up`)).status).toBe(200);
	await until(
		"the call out to end",
		async () =>
			(await rows("SELECT 1 FROM calls WHERE to_number = ? AND ended_at IS NOT NULL", person)) === 1,
		patienceSeconds,
	);

	const call = await network.dial(person, mainLine);
	await call.expectWaitsFor("digits");
	await call.press("0");
	await call.expectHears("this is the assistant of");
	await call.say("I want to talk about my axolotl with billing");
	await call.expectHears("Please leave a message");
	await call.leaveMessage(3, "My axolotl is hungry, says Zephyrine.");
	await call.expectEnds();
	const message = await network.dial(person, anasLine);
	await message.leaveMessage(3, "The narwhal called.");
	await message.expectEnds();
	await until(
		"the voicemails",
		async () =>
			(await rows(
				"SELECT 1 FROM voicemails WHERE status = 'stored' AND transcript IS NOT NULL AND from_number = ?",
				person,
			)) === 2,
		patienceSeconds,
	);

	const picture = Buffer.from("PANGOLINPICTURE".repeat(20)).toString("base64");
	const mediaUrls = [`data:text/plain;base64,${picture}`];
	await network.send("POST", "/messages", {
		from: person,
		to: mainLine,
		body: "Have you a pangolin?",
		mediaUrls,
	});
	await network.send("POST", "/messages", {
		from: person,
		to: janesLine,
		body: "pangolins again, Zephyrine",
	});
	await network.send("POST", "/messages", { from: other, to: mainLine, body: "Do you open on Sunday?" });
	await until(
		"the texts and the file",
		async () =>
			(await rows("SELECT 1 FROM messages WHERE from_number = ?", person)) === 2 &&
			(await rows("SELECT 1 FROM message_media WHERE status <> 'pending'")) === 1,
		patienceSeconds,
	);
	await until(
		"the assistant's answers",
		async () =>
			(await rows("SELECT 1 FROM messages WHERE author = 'assistant' AND to_number = ?", person)) === 2,
		patienceSeconds,
	);
	const sent = await api("POST", "/sms/send", { to: person, message: "Your ocelot is ready, Zephyrine" });
	expect(sent.status, JSON.stringify(sent.body)).toBe(201);
	const note = await api("POST", "/conversations/notes", {
		from: person,
		to: mainLine,
		text: "A tapir person",
	});
	expect(note.status).toBe(201);
	await api("POST", "/conversations/takeover", { from: person, to: mainLine });
	const campaign = await api<{ id: string }>("POST", "/campaigns", {
		name: "Sale",
		message: "Acme: {{name}}, sale today. Reply STOP to opt out.",
		recipients: [
			{ number: person, name: "Zephyrine" },
			{ number: other, name: "Robin" },
		],
		quietHours: false,
	});
	expect(campaign.status, JSON.stringify(campaign.body)).toBe(201);
	await until(
		"the campaign to end",
		async () => (await rows("SELECT 1 FROM campaigns WHERE status = 'completed'")) === 1,
		patienceSeconds,
	);
	await until(
		"all texts to be delivered",
		async () =>
			(await rows("SELECT 1 FROM messages WHERE status IN ('pending', 'queued', 'sending', 'sent')")) === 0,
		patienceSeconds,
	);
	const out = await api("POST", "/opt-outs", { number: person, reason: "The wombat letter of Zephyrine" });
	expect(out.status).toBe(201);
	const block = await api("PUT", "/blocklist", { items: [{ number: person, then: "reject" }] });
	expect(block.status, JSON.stringify(block.body)).toBe(200);
}

function filesBelow(folder: string): string[] {
	return (
		readdirSync(folder, { recursive: true, encoding: "utf8" })
			.map((name) => join(folder, name))
			.filter((path) => statSync(path).isFile())
			// The simulated carrier and its phones keep their own data.
			.filter((path) => !/simulator/i.test(path.slice(folder.length)))
	);
}

function scan(folder: string): string[] {
	return filesBelow(folder).flatMap((path) => {
		const bytes = readFileSync(path).toString("latin1").toLowerCase();
		return traces
			.filter((trace) => bytes.includes(trace.toLowerCase()))
			.map((trace) => `${trace} in ${path.slice(folder.length)}`);
	});
}

it("leaves no byte of an erased person anywhere but in the hash of the opt-out", async () => {
	await listen();
	await moveIn();
	const api = apiClient(mesh);
	expect(await rows("SELECT 1 FROM webhook_deliveries")).toBeGreaterThan(3);
	expect(await rows("SELECT 1 FROM notices")).toBeGreaterThan(0);
	const before = await api<{ items: unknown[] }>("GET", `/contacts/${person}/timeline?limit=100`);
	const kinds = new Set((before.body.items as { kind: string }[]).map(({ kind }) => kind));
	expect([...kinds].sort()).toEqual(["call", "campaign", "consent", "message", "voicemail"]);
	const counts = await mesh.query("SELECT sum(delivered_count + sent_count) AS sent FROM campaigns");

	// Before the erasure the traces are found, also in the files of Durable Objects, KV and R2.
	const found = scan(mesh.dataFolder);
	for (const trace of traces.filter((one) => !/^[(]?415[)]?[ -]/.test(one))) {
		expect(found.join("\n"), trace).toContain(`${trace} in `);
	}
	for (const place of ["d1/", "kv/", "r2/", "do/"]) expect(found.join("\n"), place).toContain(`/${place}`);

	const erased = await api("DELETE", `/contacts/${person}`);
	expect([202, 204], JSON.stringify(erased.body)).toContain(erased.status);
	await until(
		"the end of the erasure",
		async () => (await rows("SELECT 1 FROM erasures")) === 0,
		patienceSeconds,
	);
	await until(
		"the carrier's copies to go",
		async () =>
			(await rows("SELECT 1 FROM erased_items WHERE carrier_path IS NOT NULL")) === 0 &&
			(await rows("SELECT 1 FROM voicemails WHERE deleted_at IS NOT NULL AND carrier_deleted_at IS NULL")) ===
				0,
		patienceSeconds,
	);
	expect(await rows("SELECT 1 FROM erased_opt_outs")).toBe(1);
	expect(await mesh.query("SELECT sum(delivered_count + sent_count) AS sent FROM campaigns")).toEqual(counts);
	expect((await api<{ items: unknown[] }>("GET", `/contacts/${person}/timeline`)).body.items).toEqual([]);
	const refused = await api<{ detail: string }>("POST", "/sms/send", { to: person, message: "Hello?" });
	expect(refused.body.detail).toContain("opted out");
	const text = `SELECT 1 FROM messages WHERE body LIKE '%Sunday%'`;
	expect(await rows(text)).toBe(1);
	// The refused text came after the erasure, and is erased by another one.
	expect((await api("DELETE", `/contacts/${person}`)).status).toBe(204);

	await mesh.stop();
	for (const path of filesBelow(mesh.dataFolder).filter((name) => name.endsWith(".sqlite"))) {
		const database = new DatabaseSync(path);
		database.exec("PRAGMA wal_checkpoint(TRUNCATE); VACUUM;");
		database.close();
	}
	expect(scan(mesh.dataFolder)).toEqual([]);
}, 400_000);
