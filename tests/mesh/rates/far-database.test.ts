import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { postWebhook, signWebhook } from "../set-up/carrier-webhook.ts";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const mainLine = "+18005550100";
const caller = "+14155550199";
const d1DelayMilliseconds = 300;
const pace = { cronSeconds: 3600 };
/** The quickest try counts: a busy machine only adds time. */
const tries = 3;

/** Each request, with its maximum of sequential round trips to D1. */
const questions: Record<string, { roundTripsMax: number; ask: (mesh: TestMesh) => Promise<Response> }> = {
	"the first answer to a caller": { roundTripsMax: 1, ask: firstAnswer },
	"GET /api/session": { roundTripsMax: 1, ask: get("/session") },
	"GET /api/dashboard": { roundTripsMax: 1, ask: get("/dashboard") },
	"GET /api/campaigns": { roundTripsMax: 2, ask: get("/campaigns") },
	"GET /api/conversations": { roundTripsMax: 2, ask: get("/conversations") },
	"GET /api/calls": { roundTripsMax: 2, ask: get("/calls") },
};

let near: Map<string, number>;
let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;
let nextContact = 400;

beforeAll(async () => {
	const nearMesh = await startTestMesh(pace);
	near = await measureAll(nearMesh).finally(() => stopTestMesh(nearMesh));
	mesh = await startTestMesh({ ...pace, d1DelayMilliseconds });
	api = apiClient(mesh);
	await mesh.network.setSpeed(10);
}, 120_000);
afterAll(() => stopTestMesh(mesh));
afterEach(() => mesh.network.setFaults([]));

async function measureAll(asked: TestMesh): Promise<Map<string, number>> {
	const times = new Map<string, number>();
	for (const [name, { ask }] of Object.entries(questions)) {
		// The first request also fills the Worker's caches.
		await answered(ask(asked));
		times.set(name, await quickest(() => answered(ask(asked))));
	}
	return times;
}

async function quickest(work: () => Promise<unknown>): Promise<number> {
	let best = Number.POSITIVE_INFINITY;
	for (let attempt = 0; attempt < tries; attempt++) {
		const startedAt = performance.now();
		await work();
		best = Math.min(best, performance.now() - startedAt);
	}
	return best;
}

async function answered(asking: Promise<Response>): Promise<string> {
	const response = await asking;
	const text = await response.text();
	expect(response.status, text).toBe(200);
	return text;
}

function get(path: string) {
	return ({ url, access }: TestMesh) =>
		fetch(`${url}/api${path}`, { headers: { authorization: `Bearer ${access.apiKey}` } });
}

let calls = 0;

async function firstAnswer({ url, network }: TestMesh): Promise<Response> {
	const { authToken, accountSid } = await network.send<{ authToken: string; accountSid: string }>(
		"GET",
		"/account",
	);
	const params = {
		AccountSid: accountSid,
		CallSid: `CA${String(++calls).padStart(32, "0")}`,
		From: caller,
		To: mainLine,
		CallStatus: "ringing",
		Direction: "inbound",
	};
	const address = `${url}/ivr/inbound`;
	return postWebhook(address, params, signWebhook(authToken, address, params));
}

describe("with a database that is 300 ms away", () => {
	it("the first answer to a caller and the lists take few round trips one after the other", async () => {
		const far = await measureAll(mesh);
		const rows = Object.entries(questions).map(([question, { roundTripsMax }]) => {
			const milliseconds = far.get(question) ?? 0;
			const nearMilliseconds = near.get(question) ?? 0;
			const roundTrips = (milliseconds - nearMilliseconds) / d1DelayMilliseconds;
			return { question, nearMilliseconds, milliseconds, roundTrips, roundTripsMax };
		});
		console.table(
			rows.map((row) => ({
				...row,
				nearMilliseconds: Math.round(row.nearMilliseconds),
				milliseconds: Math.round(row.milliseconds),
				roundTrips: row.roundTrips.toFixed(2),
			})),
		);
		for (const { question, roundTrips, roundTripsMax } of rows) {
			expect(Math.round(roundTrips), question).toBeGreaterThanOrEqual(1);
			expect(Math.round(roundTrips), question).toBeLessThanOrEqual(roundTripsMax);
		}
		expect(await answered(firstAnswer(mesh))).toContain("Thank you for calling Acme Corp.");
	});

	it("each way of asking it is one round trip, and what it refuses is refused", async () => {
		const { DB } = await mesh.miniflare.getBindings<{ DB: TestMesh["database"] }>("cloudpbx-admin");
		const select = () => DB.prepare("SELECT ? AS n").bind(1);
		const ways: Record<string, () => Promise<unknown>> = {
			all: () => select().all(),
			first: () => select().first(),
			run: () => select().run(),
			raw: () => select().raw(),
			batch: () => DB.batch([select(), select(), select()]),
			exec: () => DB.exec("SELECT 1"),
			"a session": () => DB.withSession().prepare("SELECT 1").all(),
			"what is refused": () => expect(DB.prepare("SELECT absent").all()).rejects.toThrow("no such column"),
		};
		for (const [way, ask] of Object.entries(ways)) {
			await ask();
			expect(Math.floor((await quickest(ask)) / d1DelayMilliseconds), way).toBe(1);
		}
		expect(await select().all()).toMatchObject({ results: [{ n: 1 }] });
		expect(await quickest(() => mesh.query("SELECT 1"))).toBeLessThan(d1DelayMilliseconds);
	});

	it("a text is answered", async () => {
		const contact = newContact();
		await text(contact, "What are your opening hours?");
		const [answer] = await mesh.network.expectTexts(contact, 1);
		expect(answer?.body).toMatch(/9 am|9 to 5|9am/i);
		await expectJob(contact, "answered");
		expect(await mesh.network.received(contact)).toHaveLength(1);
	});

	it("whoever takes a conversation over while the model is thinking is the only one who answers", async () => {
		const contact = newContact();
		await askAndThink(contact);
		const conversation = { from: contact, to: mainLine };
		expect((await api("POST", "/conversations/takeover", conversation)).status).toBe(200);
		const reply = { ...conversation, message: "Olivia here." };
		expect((await api("POST", "/conversations/reply", reply)).status).toBe(201);
		await expectJob(contact, "dropped");
		expect((await mesh.network.expectTexts(contact, 1)).map(({ body }) => body)).toEqual(["Olivia here."]);
	});

	it("nobody is texted after STOP, which came while the model was thinking", async () => {
		const contact = newContact();
		await askAndThink(contact);
		await text(contact, "STOP");
		await until("the opt-out", async () => {
			const rows = await mesh.query("SELECT 1 FROM opt_outs WHERE number = ?", contact);
			return rows.length === 1;
		});
		const send = { to: contact, message: "Your machine is ready." };
		const sent = await api<{ detail: string }>("POST", "/sms/send", send);
		expect(sent.status).toBeGreaterThanOrEqual(400);
		expect(sent.body.detail).toMatch(/opted out/i);
		await expectJob(contact, "dropped");
		expect(
			(await mesh.network.received(contact)).filter(({ body }) => !body.startsWith("NETWORK MSG")),
		).toEqual([]);
	});
});

/** Ends when the model has the question; the model takes six seconds. */
async function askAndThink(contact: string): Promise<void> {
	await mesh.network.setFaults([{ match: "ai", effect: { delayMs: 6000 }, times: 1 }]);
	await text(contact, "What are your opening hours?");
	await until("the model to think", async () => {
		const { items } = await mesh.network.send<{ items: { times?: number }[] }>("GET", "/faults");
		return items[0]?.times === 0;
	});
}

function newContact(): string {
	return `+1415556${String(nextContact++).padStart(4, "0")}`;
}

function text(from: string, body: string): Promise<unknown> {
	return mesh.network.send("POST", "/messages", { from, to: mainLine, body });
}

async function expectJob(contact: string, what: string): Promise<void> {
	const [conversation] = await mesh.query<{ id: string }>(
		"SELECT id FROM conversations WHERE contact_number = ?",
		contact,
	);
	await until(
		`the assistant's job to be done: ${what}`,
		async () => {
			const lines = readFileSync(join(mesh.dataFolder, "mesh.log"), "utf8").split("\n");
			const done = lines.find(
				(line) => line.includes('"job_done"') && line.includes(`"conversationId":"${conversation?.id}"`),
			);
			if (done && !done.includes(`"what":"${what}"`))
				throw new Error(`The job came to something else: ${done}`);
			return done;
		},
		40,
	);
}
