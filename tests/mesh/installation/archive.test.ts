import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const repositoryRoot = join(import.meta.dirname, "../../..");
const pace = { cronSeconds: 5, sweepAfterSeconds: 5 };
const caller = "+14155550199";
const janesLine = "+14155550101";
const anasLine = "+14155550103";
const patienceSeconds = 200;
const audience = Array.from({ length: 24 }, (_, index) => `+1415556${String(index).padStart(4, "0")}`);
/** Neither a start nor a sweep changes these rows. */
const settledTables = [
	"calls",
	"call_events",
	"call_days",
	"voicemails",
	"conversation_notes",
	"consent_events",
	"opt_outs",
	"users",
	"accounts",
	"extensions",
	"audit_events",
];

let folder = "";
let file = "";
let old: TestMesh;
let restored: TestMesh | undefined;
let campaignId = "";
let key = "";
let exported: { code: number; output: string };
let rowsBefore: Map<string, object[]>;
let audioBefore = "";
let textsBefore: string[] = [];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-archive-"));
	file = join(folder, "company.tgz");
	old = await startTestMesh(pace);
	await moveIn(old);
	exported = await exportInUse(old);
	rowsBefore = await readTables(old);
	audioBefore = await hashAudio(old);
	textsBefore = await textsTaken(old);
	await old.stop();
}, 600_000);

afterAll(async () => {
	if (restored) await stopTestMesh(restored);
	rmSync(old.dataFolder, { recursive: true, force: true });
	rmSync(folder, { recursive: true, force: true });
});

async function moveIn(mesh: TestMesh): Promise<void> {
	const api = apiClient(mesh);
	await mesh.network.setSpeed(5);
	const call = await mesh.network.dial(caller, anasLine);
	await call.leaveMessage(3, "Please call me back about the grinder.");
	await call.expectEnds();
	const stored = "SELECT 1 AS found FROM voicemails WHERE status = 'stored' AND transcript IS NOT NULL";
	await until("the voicemail", async () => (await mesh.query(stored)).length === 1, patienceSeconds);
	await writeText(mesh, caller, "Is the ristretto machine back in stock?");
	await writeText(mesh, "+14155550177", "STOP");
	await until("the opt-out", async () => (await mesh.query("SELECT 1 AS found FROM opt_outs")).length === 1);
	await api("POST", "/conversations/notes", { from: caller, to: janesLine, text: "Likes it short." });
	key = (await api<{ key: string }>("POST", "/keys", { name: "Wallboard", scopes: ["calls:read"] })).body.key;

	const plan = { fromNumber: janesLine, quietHours: false, ratePerSecond: 5 };
	const message = "Acme: sale today. Reply STOP to opt out.";
	const made = await api<{ id: string }>("POST", "/campaigns", {
		name: "Sale",
		message,
		recipients: audience,
		...plan,
	});
	expect(made.status, JSON.stringify(made.body)).toBe(201);
	campaignId = made.body.id;
	const taken = "SELECT 1 AS found FROM messages WHERE campaign_id IS NOT NULL AND carrier_id IS NOT NULL";
	await until("the first texts", async () => (await mesh.query(taken)).length >= 6, patienceSeconds);
	await mesh.network.setFaults([
		{ match: "rest:POST /Messages", effect: { dropAfterAccept: true }, times: 1 },
		{ match: "rest:POST /Messages", effect: { dropBeforeAccept: true }, times: 1 },
	]);
	await until(
		"texts of which nobody knows",
		async () => {
			const [open] = await mesh.query<{ count: number }>(
				"SELECT count(*) AS count FROM messages WHERE campaign_id IS NOT NULL AND is_attempt_open = 1",
			);
			return (open?.count ?? 0) >= 2;
		},
		patienceSeconds,
	);
	await api("POST", `/campaigns/${campaignId}/pause`);
}

async function exportInUse(mesh: TestMesh): Promise<typeof exported> {
	let isOver = false;
	const exporting = run(["export", "--out", file], mesh.dataFolder).finally(() => {
		isOver = true;
	});
	for (let count = 0; !isOver; count++) {
		await writeText(mesh, caller, `Hello ${count}`);
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	return exporting;
}

function run(args: string[], dataFolder: string): Promise<{ code: number; output: string }> {
	const child = spawn(process.execPath, [join(repositoryRoot, "tools/launch/run.mjs"), ...args], {
		cwd: repositoryRoot,
		env: { ...process.env, CLOUDPBX_DATA: dataFolder },
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	return new Promise((resolve) => child.once("close", (code) => resolve({ code: code ?? -1, output })));
}

function writeText(mesh: TestMesh, from: string, body: string): Promise<unknown> {
	return mesh.network.send("POST", "/messages", { from, to: janesLine, body });
}

async function textsTaken(mesh: TestMesh): Promise<string[]> {
	const lists = await Promise.all(
		audience.map(async (number) => {
			const path = `/phones/${number}/messages`;
			const { items } = await mesh.network.send<{ items: { to: string }[] }>("GET", path);
			return items.filter(({ to }) => to === number).map(({ to }) => to);
		}),
	);
	return lists.flat();
}

async function readTables(mesh: TestMesh): Promise<Map<string, object[]>> {
	const tables = new Map<string, object[]>();
	for (const table of settledTables) {
		tables.set(table, await mesh.query<object>(`SELECT * FROM ${table} ORDER BY 1, 2, 3`));
	}
	return tables;
}

async function hashAudio(mesh: TestMesh): Promise<string> {
	const [voicemail] = await mesh.query<{ id: string }>("SELECT id FROM voicemails");
	const response = await fetch(`${mesh.url}/api/voicemails/${voicemail?.id}/audio`, {
		headers: { authorization: `Bearer ${mesh.access.apiKey}` },
	});
	expect(response.headers.get("content-type")).toBe("audio/mpeg");
	return createHash("sha256")
		.update(new Uint8Array(await response.arrayBuffer()))
		.digest("hex");
}

describe("an export", () => {
	it("is made while the mesh is in use, and leaves nothing in its folder", () => {
		expect(exported).toMatchObject({ code: 0, output: expect.stringContaining("and 1 file, as of") });
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(readdirSync(old.dataFolder).filter((name) => name.startsWith(".export"))).toEqual([]);
	});

	it("holds no secret", () => {
		const text = gunzipSync(readFileSync(file)).toString("latin1");
		const secrets = JSON.parse(readFileSync(join(old.dataFolder, "secrets.json"), "utf8")) as object;
		for (const [name, secret] of Object.entries(secrets)) expect(text.includes(secret), name).toBe(false);
		expect(text.includes(key)).toBe(false);
	});
});

describe("a restore", () => {
	let api: ReturnType<typeof apiClient>;

	beforeAll(async () => {
		const dataFolder = join(folder, "restored");
		expect(await run(["restore", "--in", file], dataFolder)).toMatchObject({ code: 0 });
		restored = await startTestMesh({ ...pace, dataFolder });
		api = apiClient(restored);
		await restored.network.setSpeed(20);
	}, 120_000);

	function mesh(): TestMesh {
		if (!restored) throw new Error("It was not restored.");
		return restored;
	}

	it("has the same rows, and the same audio", async () => {
		const rows = await readTables(mesh());
		for (const table of settledTables) expect(rows.get(table), table).toEqual(rowsBefore.get(table));
		expect(await hashAudio(mesh())).toBe(audioBefore);
	});

	it("finds texts, and lets people and programs in as before", async () => {
		const found = await api<{ items: unknown[] }>("GET", "/messages?q=ristretto");
		expect(found.body.items).toHaveLength(1);
		const headers = { authorization: `Bearer ${key}` };
		expect((await fetch(`${mesh().url}/api/calls`, { headers })).status).toBe(200);
		const signedIn = await fetch(`${mesh().url}/api/auth/sign-in/email`, {
			method: "POST",
			headers: { "content-type": "application/json", origin: mesh().url },
			body: JSON.stringify({ email: old.access.email, password: old.access.password }),
		});
		expect(signedIn.status).toBe(200);
	});

	it("finishes the campaign without a double or a loss", async () => {
		const { body } = await api<{ items: { id: string }[] }>("GET", "/numbers");
		for (const { id } of body.items) expect((await api("POST", `/numbers/${id}/repair`)).status).toBe(200);
		expect((await api("POST", `/campaigns/${campaignId}/resume`)).status).toBe(200);
		const ended = await until(
			"the end of the campaign",
			async () => {
				const read = await api<{ status: string; counts: object }>("GET", `/campaigns/${campaignId}`);
				return read.body.status === "completed" && read.body;
			},
			patienceSeconds,
		);
		expect(ended.counts).toMatchObject({ total: 24, queued: 0, sending: 0, failed: 0, skipped: 0 });
		const textsAfter = await textsTaken(mesh());
		expect(textsBefore.length).toBeGreaterThanOrEqual(7);
		expect(textsAfter.length).toBeGreaterThan(0);
		expect([...textsBefore, ...textsAfter].sort()).toEqual(audience);
	}, 240_000);

	it("is refused where a company is, where a mesh runs, and with a spoilt archive", async () => {
		const refusals = await Promise.all([
			run(["restore", "--in", file], old.dataFolder),
			run(["restore", "--in", file], mesh().dataFolder),
			run(["restore", "--in", join(old.dataFolder, "secrets.json")], join(folder, "empty")),
		]);
		const [company, running, spoilt] = refusals;
		expect(company?.output).toContain("holds a company already");
		expect(running?.output).toContain("CloudPBX already runs on");
		expect(spoilt?.output).toContain("is damaged, nothing was restored");
		for (const { code, output } of refusals) {
			expect(code).toBe(1);
			expect(output.trim().split("\n")).toHaveLength(1);
		}
		expect(existsSync(join(folder, "empty"))).toBe(false);
	});
});
