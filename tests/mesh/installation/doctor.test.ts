import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { examine } from "@cloudpbx/doctor/examine";
import { getInstallation } from "@cloudpbx/doctor/get-installation";
import { demoCompany } from "@cloudpbx/local/demo-company";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const repositoryRoot = join(import.meta.dirname, "../../..");
const hourMilliseconds = 3_600_000;
const line = demoCompany.extensions[0].number;

/** Ids of the demo company: findings hold no telephone numbers. */
const [lineId, mainId] = ["num_101", "num_main"];

let mesh: TestMesh;
let mend: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
	// No cron runs: the tests write its marks.
	mesh = await startTestMesh({ cronSeconds: 3600 });
});
afterAll(() => stopTestMesh(mesh));
afterEach(async () => {
	for (const each of mend.reverse()) await each();
	mend = [];
});

const doctor = (from = mesh) => examine(getInstallation(null, { CLOUDPBX_DATA: from.dataFolder }));
const found = async (from = mesh) => (await doctor(from)).map(({ id, level }) => `${level} ${id}`);

interface Ended {
	exitCode: number;
	out: string;
	errors: string;
}

function runDoctor(args: string[], environment: Record<string, string> = {}): Promise<Ended> {
	return new Promise((resolve) => {
		execFile(
			process.execPath,
			["tools/launch/run.mjs", "doctor", ...args],
			{
				cwd: repositoryRoot,
				env: {
					...process.env,
					PORT: "",
					CLOUDPBX_API_KEY: "",
					CLOUDPBX_DATA: mesh.dataFolder,
					...environment,
				},
			},
			(error, out, errors) => resolve({ exitCode: error ? Number(error.code) : 0, out, errors }),
		);
	});
}

/** Changes the number at the carrier until the test ends. */
async function repoint(number: string, settings: Record<string, string>): Promise<void> {
	const { accountSid, authToken } = await mesh.network.send<{ accountSid: string; authToken: string }>(
		"GET",
		"/account",
	);
	const headers = { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` };
	const [row] = await mesh.query<{ carrier_id: string }>(
		"SELECT carrier_id FROM phone_numbers WHERE number = ?",
		number,
	);
	const address = `${mesh.url}/simulator/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${row?.carrier_id}.json`;
	const before = (await (await fetch(address, { headers })).json()) as Record<string, string>;
	const post = (form: Record<string, string>) =>
		fetch(address, { method: "POST", headers, body: new URLSearchParams(form) });
	await post(settings);
	mend.push(() => post({ SmsUrl: before.sms_url ?? "", VoiceFallbackUrl: before.voice_fallback_url ?? "" }));
}

/** Changes the simulated carrier until the test ends. */
async function tell(method: string, path: string, body: object, after: object): Promise<void> {
	await mesh.network.send(method, path, body);
	mend.push(() => mesh.network.send(method, path, after));
}

function setFault(match: string, effect: object): Promise<unknown> {
	mend.push(() => mesh.network.setFaults([]));
	return mesh.network.setFaults([{ match, effect }]);
}

async function drop(type: string, name: string): Promise<void> {
	const rows = await mesh.query<{ sql: string }>(
		"SELECT sql FROM sqlite_master WHERE (name = ?1 OR tbl_name = ?1) AND sql IS NOT NULL ORDER BY type <> 'table'",
		name,
	);
	await mesh.query(`DROP ${type} ${name}`);
	mend.push(async () => {
		for (const { sql } of rows) await mesh.query(sql);
	});
}

describe("a healthy mesh", () => {
	it("gives doctor nothing to say, also after calls and texts", async () => {
		await mesh.network.setSpeed(20);
		const call = await mesh.network.dial("+14155550199", demoCompany.extensions[2].number);
		await call.leaveMessage(3, "All is well.");
		await call.expectEnds();
		const { sid } = await mesh.network.send<{ sid: string }>("POST", "/messages", {
			from: "+14155550199",
			to: line,
			body: "When are you open?",
		});
		await until("the text to be told", async () => {
			const text = await mesh.network.send<{ webhooks: unknown[] }>("GET", `/messages/${sid}`);
			return text.webhooks.length > 0;
		});
		expect(await doctor()).toEqual([]);
		const inWords = await runDoctor([]);
		expect(inWords).toMatchObject({ exitCode: 0, out: `CloudPBX at ${mesh.url}: all is well.\n` });
		const { out, exitCode } = await runDoctor(["--json"], { PORT: new URL(mesh.url).port });
		expect([JSON.parse(out), exitCode]).toEqual([{ ok: true, findings: [] }, 0]);
	});

	it("opens the diagnosis to owners only", async () => {
		expect((await fetch(`${mesh.url}/api/diagnosis`)).status).toBe(401);
		const installation = {
			...getInstallation(null, { CLOUDPBX_DATA: mesh.dataFolder }),
			apiKey: "cpbx_other",
		};
		expect(await examine(installation)).toMatchObject([{ id: "key_refused", level: "error" }]);
	});
});

describe("what the carrier has is found", () => {
	it("a number that was repointed, with its fallback", async () => {
		await repoint(line, { SmsUrl: "https://stranger.example.net/sms" });
		expect(await found()).toEqual([`error number_drifted:${lineId}`]);
		const { exitCode, out } = await runDoctor(["--json"]);
		expect(exitCode).toBe(1);
		expect(JSON.parse(out)).toMatchObject({
			ok: false,
			findings: [
				{ id: `number_drifted:${lineId}`, level: "error", meaning: /where its texts go/, todo: /Repair/ },
			].map((finding) => ({
				...finding,
				meaning: expect.stringMatching(finding.meaning),
				todo: expect.stringMatching(finding.todo),
			})),
		});
		expect(out).toContain("+1…0101");
		expect(out).not.toContain(line);
	});

	it("a number whose fallback leads nowhere", async () => {
		await repoint(line, { VoiceFallbackUrl: "http://localhost:9/fallback" });
		const findings = await doctor();
		expect(findings).toMatchObject([{ id: `number_drifted:${lineId}`, level: "error" }]);
		expect(findings[0]?.meaning).toContain("what answers when a call fails");
	});

	it("a number that is gone, and is there again once it is repaired", async () => {
		const { items } = await mesh.network.send<{ items: { sid: string; numbers: string[] }[] }>(
			"GET",
			"/services",
		);
		const { accountSid, authToken } = await mesh.network.send<{ accountSid: string; authToken: string }>(
			"GET",
			"/account",
		);
		const [row] = await mesh.query<{ id: string; carrier_id: string }>(
			"SELECT id, carrier_id FROM phone_numbers WHERE number = ?",
			line,
		);
		await fetch(
			`${mesh.url}/simulator/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${row?.carrier_id}.json`,
			{ method: "DELETE", headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` } },
		);
		expect(items[0]?.numbers).toContain(line);
		expect(await found()).toEqual([`error number_missing:${lineId}`, `warning campaign_missing:${lineId}`]);
		const repaired = await fetch(`${mesh.url}/api/numbers/${row?.id}/repair`, {
			method: "POST",
			headers: { authorization: `Bearer ${mesh.access.apiKey}` },
		});
		expect(repaired.status).toBe(200);
		expect(await found()).toEqual([]);
	});

	it("a Messaging Service that swallows texts, until the number is repaired", async () => {
		const swallowing = { useInboundWebhookOnNumber: false, numbers: [line] };
		const { sid } = await mesh.network.send<{ sid: string }>("POST", "/services", swallowing);
		expect(await found()).toEqual([`error number_drifted:${lineId}`]);
		await fetch(`${mesh.url}/api/numbers/num_101/repair`, {
			method: "POST",
			headers: { authorization: `Bearer ${mesh.access.apiKey}` },
		});
		expect(await found()).toEqual([]);
		await tell("PUT", `/senders/${line}`, { registration: "approved" }, { registration: "approved" });
		await mesh.network.send("DELETE", `/services/${sid}`).catch(() => undefined);
	});

	it("a toll-free number that is not verified", async () => {
		const path = `/verifications/${demoCompany.mainLine}`;
		await tell("PUT", path, { status: null }, { status: "TWILIO_APPROVED" });
		expect(await found()).toEqual([`warning toll_free_unverified:${mainId}`]);
	});

	it("a local number without a 10DLC campaign, and a brand that was rejected", async () => {
		await tell("PUT", `/senders/${line}`, { registration: "unverified" }, { registration: "approved" });
		expect(await found()).toEqual([`warning campaign_missing:${lineId}`]);
		await tell("PUT", "/brand", { status: "FAILED" }, { status: "APPROVED" });
		expect(await found()).toHaveLength(3);
	});

	it("errors in its log, but not those of last week", async () => {
		mend.push(() => mesh.network.send("DELETE", "/alerts").catch(() => undefined));
		await mesh.network.send("POST", "/alerts", { errorCode: 12100, secondsAgo: 7 * 86_400 });
		expect(await found()).toEqual([]);
		await mesh.network.send("POST", "/alerts", { errorCode: 11200 });
		expect(await found()).toEqual(["warning carrier_alerts:11200"]);
	});

	it("a trial account, and a clock that is wrong", async () => {
		await tell("PUT", "/account", { type: "Trial" }, { type: "Full" });
		await tell("PUT", "/options", { dateAheadSeconds: -300 }, { dateAheadSeconds: 0 });
		expect(await found()).toEqual(["warning trial_account", "warning carrier_clock"]);
	});

	it("credentials that are refused", async () => {
		await setFault("rest:*", { status: 401, code: 20003 });
		expect(await found()).toEqual(["error credentials_refused"]);
	});

	it("a carrier that cannot be reached", async () => {
		await setFault("rest:*", { dropBeforeAccept: true });
		expect(await found()).toEqual(["error carrier_unreachable"]);
	});
});

describe("what the Workers have is found", () => {
	it("models that fail", async () => {
		await setFault("ai", { status: 429, code: 3036 });
		const findings = await doctor();
		expect(findings.map(({ level }) => level)).toEqual(findings.map(() => "warning"));
		expect(findings.map(({ id }) => id)).toContain("model_failed:voice/@cf/openai/whisper-large-v3-turbo");
		expect(findings.map(({ id }) => id)).toContain("model_failed:messaging/@cf/zai-org/glm-4.7-flash");
	});

	it("a trigger, a table and an index that are missing", async () => {
		await drop("TRIGGER", "audit_events_no_update");
		await drop("TABLE", "number_checks");
		await drop("INDEX", "opt_outs_at");
		const ids = await found();
		for (const id of [
			"trigger_missing:audit_events_no_update",
			"table_missing:number_checks",
			"index_missing:opt_outs_at",
		])
			expect(ids).toContain(`error ${id}`);
	});

	it("a migration that was not applied", async () => {
		const name = "0012_service_marks.sql";
		const [row] = await mesh.query<{ id: number; applied_at: string }>(
			"SELECT id, applied_at FROM d1_migrations WHERE name = ?",
			name,
		);
		await mesh.query("DELETE FROM d1_migrations WHERE name = ?", name);
		mend.push(() =>
			mesh.query(
				"INSERT INTO d1_migrations (id, name, applied_at) VALUES (?, ?, ?)",
				row?.id,
				name,
				row?.applied_at,
			),
		);
		expect(await found()).toEqual([`error migration_missing:${name}`]);
	});

	it("dead letters, as long as they are news", async () => {
		mend.push(() => mesh.query("DELETE FROM service_marks WHERE name LIKE '%-dead'"));
		const queue = await mesh.miniflare.getQueueProducer("INGEST_DEAD_QUEUE", "cloudpbx-voice");
		await queue.send({ task: "store", voicemailId: "vm_none" });
		await until("the dead letter to be noted", async () => (await found()).length > 0);
		expect(await found()).toEqual(["warning dead_letters:voicemail-ingest-dead"]);
		await mesh.query(
			"UPDATE service_marks SET at = at - ? WHERE name LIKE '%-dead'",
			8 * 24 * hourMilliseconds,
		);
		expect(await found()).toEqual([]);
	});

	it("crons that are dead, and none once they have run", async () => {
		const shift = (milliseconds: number) =>
			mesh.query("UPDATE settings SET updated_at = updated_at + ? WHERE key = 'readyMark'", milliseconds);
		await shift(-hourMilliseconds);
		mend.push(() => shift(hourMilliseconds));
		expect(await found()).toEqual(
			["voice", "messaging", "campaigns", "provisioning"].map((service) => `error cron_dead:${service}`),
		);
		for (const service of ["voice", "messaging", "campaigns", "provisioning"])
			await (await mesh.miniflare.getWorker(`cloudpbx-${service}`)).scheduled({ cron: "*/5 * * * *" });
		expect(await found()).toEqual([]);
	});

	it("work that nobody does", async () => {
		mend.push(() => mesh.query("UPDATE voicemails SET status = 'stored' WHERE status = 'recorded'"));
		await mesh.query(
			"UPDATE voicemails SET status = 'recorded', created_at = created_at - ? WHERE status = 'stored'",
			hourMilliseconds,
		);
		expect(await found()).toEqual(["warning work_waits:voicemails"]);
	});

	it("a database that is slow, and one that takes no writes", async () => {
		const trigger = (body: string) =>
			mesh.query(
				`CREATE TRIGGER planted BEFORE UPDATE ON service_marks WHEN NEW.name = 'diagnosis' BEGIN ${body}; END`,
			);
		// Enough work for one write to take a third of a second on this machine.
		const write = "UPDATE service_marks SET count = count WHERE name = 'diagnosis'";
		for (let times = 8, took = 0; took < 300; times *= 2) {
			await mesh.query("DROP TRIGGER IF EXISTS planted");
			await trigger(
				`SELECT count(*) FROM sqlite_master a, sqlite_master b, (SELECT name FROM sqlite_master LIMIT ${times}) c
					WHERE a.name || b.name || c.name = ''`,
			);
			const startedAt = performance.now();
			await mesh.query(write);
			took = performance.now() - startedAt;
		}
		mend.push(() => mesh.query("DROP TRIGGER planted"));
		expect(await found()).toEqual(["warning database_slow"]);
		await mesh.query("DROP TRIGGER planted");
		await trigger("SELECT RAISE(ABORT, 'full')");
		expect(await found()).toEqual(["error database_refuses"]);
	});
});

describe("what is set wrongly is found", () => {
	const starting = new Map<string, Promise<TestMesh>>();
	const started = (name: string) => starting.get(name) as Promise<TestMesh>;

	beforeAll(async () => {
		const start = (name: string, value: string) =>
			starting.set(name, startTestMesh({ values: { [name]: value } }));
		start("VOICE_FALLBACK_URL", "http://localhost:9/fallback");
		start("MESSAGING_URL", "https://cloudpbx.example.com");
		await Promise.all(starting.values());
	});
	afterAll(() => Promise.all([...starting.values()].map(async (each) => stopTestMesh(await each))));

	it("a fallback that cannot be reached", async () => {
		const ids = await found(await started("VOICE_FALLBACK_URL"));
		expect(ids).toContain("error webhook_unreachable:fallback");
		// The numbers were configured before the setting.
		expect(ids).toContain(`error number_drifted:${lineId}`);
	});

	it("an address of ours, and no number is judged by it", async () => {
		const ids = await found(await started("MESSAGING_URL"));
		expect(ids).toEqual(["error worker_unhealthy:provisioning", "error address_wrong:provisioning"]);
	});
});

describe("npm run doctor says clearly", () => {
	it("when no mesh runs", async () => {
		const folder = mkdtempSync(join(tmpdir(), "cloudpbx-doctor-"));
		const nowhere = { CLOUDPBX_DATA: folder, PORT: "9" };
		const { exitCode, out, errors } = await runDoctor(["--json"], nowhere);
		const inWords = await runDoctor([], nowhere);
		expect(inWords).toEqual({ exitCode: 1, out: "", errors });
		expect(errors).toMatch(/^No local mesh answers at http:\/\/localhost:9: .*Run npm start.*\n$/);
		rmSync(folder, { recursive: true });
		expect([exitCode, JSON.parse(out)]).toMatchObject([
			1,
			{ ok: false, findings: [{ id: "mesh_not_running" }] },
		]);
		expect(Object.keys(JSON.parse(out))).toEqual(["ok", "findings"]);
	});

	it.each([
		[["--jsn"], {}, "--jsn"],
		[["now"], {}, "now"],
		[["--url", "http://phones.acme.co"], {}, "--url must be an address"],
		[["--url", "https://phones.acme.co"], {}, "Set CLOUDPBX_API_KEY"],
		[[], { PORT: "eighty" }, "PORT must be a whole number"],
	])("in one sentence what is wrong with %j %j", async (args, environment, words) => {
		const { exitCode, out, errors } = await runDoctor(args, environment);
		expect([exitCode, out]).toEqual([2, ""]);
		expect(errors.trim().split("\n")).toHaveLength(1);
		expect(errors).toContain(words);
	});
});
