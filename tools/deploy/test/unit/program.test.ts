import { spawnSync } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "@cloudpbx/local/repository-root";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accountId, accountSid, authToken, mainNumber, newWorld, type World } from "./fakes/world.ts";

const fakes = join(import.meta.dirname, "fakes");
const program = join(repositoryRoot, "tools", "deploy", "src", "main.ts");
/** Three programs, two of them once for each wrangler command, on a busy machine. */
const timeoutMilliseconds = 120_000;
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-program-"));
	mkdirSync(join(folder, "bin"));
	const wrangler = join(folder, "bin", "wrangler");
	writeFileSync(
		wrangler,
		`#!/bin/sh\nexec "${process.execPath}" "${join(fakes, "wrangler-program.ts")}" "$@"\n`,
	);
	chmodSync(wrangler, 0o755);
	writeFileSync(join(folder, "world.json"), JSON.stringify(newWorld()));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
	status: number | null;
	stdout: string;
	stderr: string;
}

function run(args: string[], environment: Record<string, string> = {}, isFaked = true): Run {
	const imports = isFaked ? ["--import", join(fakes, "no-network.ts")] : [];
	return spawnSync(process.execPath, [...imports, program, ...args], {
		cwd: repositoryRoot,
		encoding: "utf8",
		env: {
			PATH: `${join(folder, "bin")}:${process.env.PATH}`,
			HOME: folder,
			FAKE_WORLD: folder,
			CLOUDPBX_INSTALLATIONS: join(folder, "installations"),
			...environment,
		},
	});
}

const readWorld = () => JSON.parse(readFileSync(join(folder, "world.json"), "utf8")) as World;
const gitStatus = () =>
	spawnSync("git", ["status", "--porcelain"], { cwd: repositoryRoot, encoding: "utf8" }).stdout;

it("prints the whole plan without credentials, a network or a trace", () => {
	const before = gitStatus();
	const { status, stdout, stderr } = run(["deploy", "--dry-run"], { PATH: "/nowhere" }, false);
	expect(stderr).toBe("");
	expect(status).toBe(0);
	for (const words of ["D1 database", "Migrations", "Worker cloudpbx-voice", "First owner", "Main number"]) {
		expect(stdout).toContain(words);
	}
	expect(existsSync(join(folder, "installations"))).toBe(false);
	expect(gitStatus()).toBe(before);
});

it.each(["setup", "db:migrate:remote", "destroy"])("prints the plan of %s likewise", (command) => {
	const { status, stdout } = run([command, "--dry-run"], { PATH: "/nowhere" }, false);
	expect(status).toBe(0);
	expect(stdout).toContain("Nothing was asked and nothing was changed.");
});

it("says in a sentence what is missing, and ends with 1", () => {
	const { status, stderr, stdout } = run(["deploy"]);
	expect(status).toBe(1);
	expect(stderr.trim()).toBe(
		"TWILIO_ACCOUNT_SID is missing. Set it in the environment, or give --twilio-account-sid.",
	);
	expect(stdout).toBe("");
});

it(
	"deploys through wrangler's command line, and leaves the checkout and the local mesh as they were",
	() => {
		const dashboard = join(repositoryRoot, "dashboard", "dist");
		const hadDashboard = existsSync(dashboard);
		const state = join(folder, "mesh-state");
		mkdirSync(state);
		writeFileSync(join(state, "db.sqlite"), "as it was");
		const before = { git: gitStatus(), changedAt: statSync(join(state, "db.sqlite")).mtimeMs };

		const secrets = {
			TWILIO_ACCOUNT_SID: accountSid,
			TWILIO_AUTH_TOKEN: authToken,
			TWILIO_TOLL_FREE_NUMBER: mainNumber,
			CLOUDPBX_DATA: state,
		};
		const { status, stdout, stderr } = run(["deploy"], secrets);
		expect(stderr).toBe("");
		expect(status).toBe(0);
		expect(stdout).toContain("set-up code");
		const world = readWorld();
		expect(Object.keys(world.workers)).toHaveLength(5);
		expect(world.numbers[0]?.voice_url).toContain("cloudpbx-voice.acme.workers.dev/ivr/inbound");

		const calls = readFileSync(join(folder, "calls.jsonl"), "utf8")
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
		for (const { CI } of calls) expect(CI).toBe("1");
		const made = calls.filter(({ args }) => args[0] !== "whoami" && args[0] !== "auth");
		for (const { CLOUDFLARE_ACCOUNT_ID } of made) expect(CLOUDFLARE_ACCOUNT_ID).toBe(accountId);
		expect(JSON.stringify(calls)).not.toContain(authToken);

		expect(gitStatus()).toBe(before.git);
		expect(statSync(join(state, "db.sqlite")).mtimeMs).toBe(before.changedAt);
		expect(hadDashboard || existsSync(dashboard)).toBe(true);
	},
	timeoutMilliseconds,
);
