import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "@cloudpbx/local/repository-root";
import { afterAll, beforeAll, expect, it } from "vitest";
import { gitStatus, Program } from "./fakes/program.ts";
import { accountId, accountSid, authToken, mainNumber } from "./fakes/world.ts";

/** Three programs, two of them once for each wrangler command, on a busy machine. */
const timeoutMilliseconds = 120_000;
let folder: string;
let program: Program;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-program-"));
	program = new Program(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

it("prints the whole plan without credentials, a network or a trace", () => {
	const before = gitStatus();
	const { status, stdout, stderr } = program.run(["deploy", "--dry-run"], { PATH: "/nowhere" }, false);
	expect(stderr).toBe("");
	expect(status).toBe(0);
	for (const words of ["D1 database", "Migrations", "Worker cloudpbx-voice", "First owner", "Main number"]) {
		expect(stdout).toContain(words);
	}
	expect(existsSync(join(folder, "installations"))).toBe(false);
	expect(gitStatus()).toBe(before);
});

it.each(["setup", "db:migrate:remote", "destroy"])("prints the plan of %s likewise", (command) => {
	const { status, stdout } = program.run([command, "--dry-run"], { PATH: "/nowhere" }, false);
	expect(status).toBe(0);
	expect(stdout).toContain("Nothing was asked and nothing was changed.");
});

it("says in a sentence what is missing, and ends with 1", () => {
	const { status, stderr, stdout } = program.run(["deploy"]);
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
		const { status, stdout, stderr } = program.run(["deploy"], secrets);
		expect(stderr).toBe("");
		expect(status).toBe(0);
		expect(stdout).toContain("set-up code");
		const world = program.readWorld();
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
