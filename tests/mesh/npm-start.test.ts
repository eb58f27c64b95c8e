import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@cloudpbx/local/check-port";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PhoneNetwork, until } from "./phone-network.ts";

const repositoryRoot = join(import.meta.dirname, "../..");
const launcher = join(repositoryRoot, "tools/launch/run.mjs");

let folder = "";
let port = 0;
let running: StartedProcess[] = [];

interface StartedProcess {
	child: ChildProcess;
	output: () => string;
	/** The exit code, or the signal's name. */
	ended: Promise<number | string>;
}

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-start-"));
	port = await freePort();
	running = [];
});

afterEach(async () => {
	for (const { child, ended } of running) {
		child.kill("SIGINT");
		await ended;
	}
	rmSync(folder, { recursive: true, force: true });
});

function start(
	environment: Record<string, string> = {},
	[program, ...args]: [string, ...string[]] = [process.execPath, launcher, "start"],
): StartedProcess {
	const child = spawn(program, args, {
		cwd: repositoryRoot,
		env: { ...process.env, PORT: String(port), CLOUDPBX_DATA: folder, ...environment },
		// A group of its own, so that a test can kill all of it at once.
		detached: true,
	});
	let text = "";
	child.stdout?.on("data", (chunk) => {
		text += chunk;
	});
	child.stderr?.on("data", (chunk) => {
		text += chunk;
	});
	const ended = new Promise<number | string>((resolve) =>
		child.once("close", (code, signal) => resolve(code ?? signal ?? "unknown")),
	);
	const process_ = { child, output: () => text, ended };
	running.push(process_);
	return process_;
}

async function startAndWait(command?: [string, ...string[]]): Promise<StartedProcess> {
	const started = start({}, command);
	const isReady = until("the summary", async () => started.output().includes("Stop with Ctrl-C"));
	const hasEnded = started.ended.then((how) => {
		throw new Error(`npm start ended (${how}) before its summary.`);
	});
	try {
		await Promise.race([isReady, hasEnded]);
	} catch (error) {
		throw new Error(`${(error as Error).message} It said:\n${started.output()}`);
	}
	return started;
}

async function isServing(): Promise<boolean> {
	return fetch(`http://localhost:${port}/api/health`).then(
		(response) => response.ok,
		() => false,
	);
}

async function leaveVoicemail(): Promise<string> {
	const network = new PhoneNetwork(`http://localhost:${port}`);
	await network.setSpeed(5);
	const call = await network.dial("+14155550199", "+14155550103");
	await call.leaveMessage(3, "Still here tomorrow?");
	await call.expectEnds();
	return call.sid;
}

describe("npm start", () => {
	it("prints where everything is, and Ctrl-C stops all of it", async () => {
		const { child, output, ended } = await startAndWait();
		expect(output()).toContain(`http://localhost:${port}/simulator/`);
		expect(output()).toContain("+18005550100");
		expect(output()).toContain("101  Jane Smith  Sales    +14155550101");
		expect(await isServing()).toBe(true);
		child.kill("SIGINT");
		expect(await ended).toBe(0);
		expect(await isServing()).toBe(false);
		expect(readdirSync(folder)).not.toContain("mesh.pid");
	});

	it.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("stops when %s reaches npm alone", async (signal) => {
		const { child } = await startAndWait(["npm", "start"]);
		child.kill(signal);
		await until("the port to be free again", async () => !(await isServing()));
		await until("the state folder to be closed", async () => !readdirSync(folder).includes("mesh.pid"));
	});

	it("is healthy no sooner than its keys open the API", async () => {
		const key = "cpbx_of_this_very_test";
		start({ CLOUDPBX_API_KEY: key });
		await until("health", isServing);
		const calls = await fetch(`http://localhost:${port}/api/calls`, {
			headers: { authorization: `Bearer ${key}` },
		});
		expect(calls.status).toBe(200);
	});

	it("keeps its state across a stop and across a kill of everything", async () => {
		const first = await startAndWait();
		const sid = await leaveVoicemail();
		first.child.kill("SIGINT");
		await first.ended;

		const second = await startAndWait();
		expect(second.output()).toContain("as you left it");
		const network = new PhoneNetwork(`http://localhost:${port}`);
		expect(await network.send("GET", `/calls/${sid}`)).toMatchObject({ status: "completed" });
		const killedSid = await leaveVoicemail();
		process.kill(-(second.child.pid ?? 0), "SIGKILL");
		await second.ended;
		await until("the port to be free again", async () => !(await isServing()));

		await startAndWait();
		expect(await network.send("GET", `/calls/${killedSid}`)).toMatchObject({ status: "completed" });
	});

	it("goes on with a campaign after everything was killed: everybody has one text", async () => {
		const list = Array.from({ length: 30 }, (_, index) => `+14155580${String(index).padStart(3, "0")}`);
		const first = await startAndWait();
		const network = new PhoneNetwork(`http://localhost:${port}`);
		const key = /API key +(\S+)/.exec(first.output())?.[1];
		const response = await fetch(`http://localhost:${port}/api/campaigns`, {
			method: "POST",
			headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
			body: JSON.stringify({
				name: "Sale",
				message: "Sale today. Reply STOP to opt out.",
				recipients: list,
				quietHours: false,
				ratePerSecond: 5,
			}),
		});
		expect(response.status).toBe(201);
		const textsOf = async (number: string) =>
			(await network.send<{ items: { to: string }[] }>("GET", `/phones/${number}/messages`)).items.filter(
				({ to }) => to === number,
			);
		const holders = async () =>
			(await Promise.all(list.map(textsOf))).filter(({ length }) => length > 0).length;
		await until("the first texts", async () => (await holders()) >= 5);
		process.kill(-(first.child.pid ?? 0), "SIGKILL");
		await first.ended;

		await startAndWait();
		const before = await holders();
		expect(before).toBeLessThan(list.length);
		await until("everybody's text", async () => (await holders()) === list.length, 100);
		const { id } = (await response.json()) as { id: string };
		await until("the end of the campaign", async () => {
			const read = await fetch(`http://localhost:${port}/api/campaigns/${id}`, {
				headers: { authorization: `Bearer ${key}` },
			});
			return ((await read.json()) as { status: string }).status === "completed";
		});
		expect((await Promise.all(list.map(textsOf))).map(({ length }) => length)).toEqual(list.map(() => 1));
	}, 180_000);

	it("stops when its launcher is killed without a word", async () => {
		const { child } = await startAndWait();
		child.kill("SIGKILL");
		await until("the mesh to stop", async () => !(await isServing()));
	});
});

describe("npm start says in one sentence what is wrong and leaves", () => {
	async function expectRefusal(environment: Record<string, string>, words: string | RegExp): Promise<void> {
		const { output, ended } = start(environment);
		expect(await ended).toBe(1);
		expect(output()).toMatch(words);
		expect(output().trim().split("\n")).toHaveLength(1);
	}

	it("when the port is busy", async () => {
		await startAndWait();
		await expectRefusal({ CLOUDPBX_DATA: join(folder, "other") }, `Port ${port} is in use`);
	});

	it("when another mesh has the folder", async () => {
		await startAndWait();
		await expectRefusal({ PORT: String(await freePort()) }, "CloudPBX already runs on");
	});

	it("when the port is no number", () => expectRefusal({ PORT: "eighty" }, "PORT must be a whole number"));

	it("when the state folder is a file", async () => {
		const file = join(folder, "file");
		writeFileSync(file, "");
		await expectRefusal({ CLOUDPBX_DATA: file }, "is a file");
	});

	it.each(["d1", "do"])("when a database below %s is spoilt", async (kind) => {
		const { child, ended } = await startAndWait();
		child.kill("SIGINT");
		await ended;
		const [database] = readdirSync(join(folder, kind), { recursive: true, encoding: "utf8" }).filter((name) =>
			/[0-9a-f]{64}\.sqlite$/.test(name),
		);
		for (const end of ["", "-wal", "-shm"]) rmSync(join(folder, kind, `${database}${end}`), { force: true });
		writeFileSync(join(folder, kind, database ?? ""), "spoilt ".repeat(2000));
		await expectRefusal({}, "is damaged");
	});
});
