import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@cloudpbx/local/check-port";
import {
	listDeclaredObjects,
	listMissingObjects,
	objectsQuery,
	type SchemaObject,
} from "@cloudpbx/local/declared-objects";
import { repositoryRoot } from "@cloudpbx/local/repository-root";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gitStatus, Program } from "../../../tools/deploy/test/unit/fakes/program.ts";
import { accountSid, authToken, mainNumber } from "../../../tools/deploy/test/unit/fakes/world.ts";
import type { ReleaseFacts } from "../release/facts.ts";
import { layOutRelease } from "../release/lay-out-release.ts";
import { apiClient } from "../set-up/api-client.ts";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const lastRelease = "0.1.0";
const lastMigration = "0011_rollups.sql";

const mainLine = "+18005550100";
const anasLine = "+14155550103";
const caller = "+14155550199";
const newcomer = "+14155550144";
const migrations = join(repositoryRoot, "migrations");
const patienceSeconds = 60;

let dataFolder = "";
let port = 0;
let release: ReleaseFacts;
let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;

beforeAll(async () => {
	dataFolder = mkdtempSync(join(tmpdir(), "cloudpbx-upgrade-"));
	port = await freePort();
	release = layOutRelease(lastRelease, dataFolder, `http://localhost:${port}`);
	await start();
});
afterAll(async () => {
	await mesh.stop();
	rmSync(dataFolder, { recursive: true, force: true });
});

async function start(): Promise<void> {
	mesh = await startTestMesh({ dataFolder, port, cronSeconds: 2, sweepAfterSeconds: 5 });
	api = apiClient(mesh);
	await mesh.network.setSpeed(10);
}

async function list<Item>(path: string): Promise<Item[]> {
	const { status, body } = await api<{ items: Item[] }>("GET", path);
	expect(status, JSON.stringify(body)).toBe(200);
	return body.items;
}

function text(from: string, body: string): Promise<unknown> {
	return mesh.network.send("POST", "/messages", { from, to: mainLine, body });
}

async function received(number: string): Promise<string[]> {
	const path = `/phones/${number}/messages`;
	const { items } = await mesh.network.send<{ items: { to: string; body: string }[] }>("GET", path);
	return items.filter(({ to }) => to === number).map(({ body }) => body);
}

async function countCalls(): Promise<object | undefined> {
	const sums = ["answered", "voicemail", "abandoned"].map((name) => `sum(counts ->> '${name}') AS ${name}`);
	const [counts] = await mesh.query<object>(`SELECT ${sums} FROM call_days WHERE extension = ''`);
	return counts;
}

describe(`a company of ${lastRelease}`, () => {
	it("gets each migration that it lacks, once", async () => {
		const rows = await mesh.query<{ name: string }>("SELECT name FROM d1_migrations ORDER BY id");
		const names = readdirSync(migrations)
			.filter((name) => name.endsWith(".sql"))
			.sort();
		expect(rows.map(({ name }) => name)).toEqual(names);
		expect(names.filter((name) => name > lastMigration)).not.toEqual([]);
		const present = await mesh.query<SchemaObject>(objectsQuery);
		expect(listMissingObjects(listDeclaredObjects(migrations), present)).toEqual([]);
	});

	it("lets people and programs in as before", async () => {
		const signedIn = await fetch(`${mesh.url}/api/auth/sign-in/email`, {
			method: "POST",
			headers: { "content-type": "application/json", origin: mesh.url },
			body: JSON.stringify(release.owner),
		});
		expect(signedIn.status).toBe(200);
		const ask = async (path: string) =>
			(await fetch(`${mesh.url}/api${path}`, { headers: { authorization: `Bearer ${release.apiKey}` } }))
				.status;
		expect(await ask("/calls")).toBe(200);
		expect(await ask("/settings")).toBe(403);
	});

	it("has its settings, its people and its numbers in order", async () => {
		const { body } = await api("GET", "/settings");
		expect(body).toMatchObject({ companyName: "Acme Coffee", ringSeconds: 15 });
		expect(await list("/extensions")).toContainEqual(
			expect.objectContaining({
				ext: "104",
				name: "Nora Park",
				status: "active",
				number: expect.any(String),
			}),
		);
		expect(await list("/numbers/health")).toEqual([]);
		expect(await list<{ number: string }>("/opt-outs")).toHaveLength(2);
	});

	/** Recorded states hold no audio, only the row. */
	it("has its calls, voicemail and texts", async () => {
		const calls = await list<{ outcome: string }>("/calls");
		expect(calls.map(({ outcome }) => outcome).sort()).toEqual(["abandoned", "answered", "voicemail"]);
		expect(await list("/voicemails")).toMatchObject([
			{ status: "stored", transcript: "Please call me back about the grinder.", listenedAt: null },
		]);
		const { body } = await api<{ messages: { body: string }[]; notes: { text: string }[] }>(
			"GET",
			`/conversations/+14155550166/${mainLine}`,
		);
		expect(body).toMatchObject({ mode: "human", notes: [{ text: "Collects on Friday." }] });
		expect(body.messages.map((message) => message.body)).toContain("Jane here. How can I help?");
		expect(await list("/messages?q=ristretto")).toHaveLength(1);
		expect(await countCalls()).toEqual({ answered: 1, voicemail: 1, abandoned: 1 });
	});

	it("has its extensions take calls by a key from now on, and nothing said of what they are for", async () => {
		const extensions = await list<{ answerWith: string; purpose: string }>("/extensions");
		expect(new Set(extensions.map(({ answerWith, purpose }) => `${answerWith}/${purpose}`))).toEqual(
			new Set(["key/"]),
		);
	});

	it("takes another voicemail, and counts it", async () => {
		const call = await mesh.network.dial(caller, anasLine);
		await call.leaveMessage(3, "It is about the grinder again.");
		await call.expectEnds();
		await until("the second voicemail", async () => {
			const voicemails = await list<{ status: string; transcript: string | null }>("/voicemails");
			return voicemails[0]?.status === "stored" && voicemails[0].transcript?.includes("again");
		});
		expect(await list("/calls")).toHaveLength(4);
		expect(await countCalls()).toEqual({ answered: 1, voicemail: 2, abandoned: 1 });
	});

	it("answers texts, those of new and of old contacts, and finds them", async () => {
		await text(newcomer, "What are your opening hours?");
		const before = (await received(caller)).length;
		await text(caller, "And what are your opening hours?");
		await until("an answer to the new one", async () => (await received(newcomer)).length === 1);
		await until("an answer to the old one", async () => (await received(caller)).length === before + 1);
		expect(await list("/messages?q=opening+hours&limit=10")).not.toHaveLength(0);
		const { body } = await api<{ messages: { author: string }[] }>(
			"GET",
			`/conversations/${caller}/${mainLine}`,
		);
		expect(body.messages.map(({ author }) => author)).toEqual([
			"contact",
			"assistant",
			"contact",
			"assistant",
		]);
	});

	it("keeps old opt-outs, and takes new ones", async () => {
		const send = async (to: string) =>
			(await api("POST", "/sms/send", { to, message: "It is ready." })).status;
		expect(await send("+14155550177")).toBeGreaterThanOrEqual(400);
		expect(await send("+14155550155")).toBeGreaterThanOrEqual(400);
		await text(newcomer, "STOP");
		await until("the opt-out", async () => (await list("/opt-outs")).length === 3);
		expect(await send(newcomer)).toBeGreaterThanOrEqual(400);
	});

	it("has its half-sent campaign finished, with nobody texted twice and nobody lost", async () => {
		const { id, audience } = release.campaign;
		const ended = await until(
			"the end of the campaign",
			async () => {
				const { body } = await api<{ status: string; counts: object }>("GET", `/campaigns/${id}`);
				return body.status === "completed" && body;
			},
			patienceSeconds,
		);
		expect(ended.counts).toMatchObject({
			total: audience.length,
			queued: 0,
			sending: 0,
			failed: 0,
			skipped: 0,
		});
		for (const number of audience) expect(await received(number), number).toHaveLength(1);
	});

	/** A deployment with a sign-in writes ids into the configurations, and the local database is found by its id. */
	it("is still there after a deployment from the same checkout, which stays as it was", async () => {
		await mesh.stop();
		const folder = mkdtempSync(join(tmpdir(), "cloudpbx-deployment-"));
		try {
			const before = gitStatus();
			const program = new Program(folder);
			expect(program.run(["deploy", "--dry-run"], {}, false)).toMatchObject({ status: 0, stderr: "" });
			const deployed = program.run(["deploy"], {
				TWILIO_ACCOUNT_SID: accountSid,
				TWILIO_AUTH_TOKEN: authToken,
				TWILIO_TOLL_FREE_NUMBER: mainNumber,
				CLOUDPBX_DATA: dataFolder,
			});
			expect(deployed).toMatchObject({ status: 0, stderr: "" });
			expect(Object.keys(program.readWorld().workers)).toHaveLength(5);
			expect(gitStatus()).toBe(before);
		} finally {
			rmSync(folder, { recursive: true });
			await start();
		}
		expect(mesh.isFreshlySeeded).toBe(false);
		expect((await api("GET", "/settings")).body).toMatchObject({ companyName: "Acme Coffee" });
		expect(await list("/calls")).toHaveLength(4);
		expect(await list("/voicemails")).toHaveLength(2);
	}, 120_000);
});
