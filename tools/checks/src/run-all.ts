import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkLinks } from "./check-links.ts";
import { checkMigrations } from "./check-migrations.ts";
import { checkRooms } from "./check-rooms.ts";
import { readTestReport } from "./read-test-report.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const reports = mkdtempSync(join(tmpdir(), "cloudpbx-test-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));
/** By default vitest leaves one of two cores idle; projects do not inherit this. */
const workersMax = 2;
const turbo = ["turbo", "run", "--output-logs=errors-only", "--log-order=grouped"];

interface Step {
	title: string;
	command?: string[];
	tests?: string[];
	check?: () => string[];
}

const steps: Step[] = [
	{ title: "Format, lint, import table", command: ["biome", "check", "--error-on-warnings"] },
	{ title: "Folders, comments and units", check: () => checkRooms(root) },
	{ title: "Migrations only add", check: () => checkMigrations(join(root, "migrations")) },
	{ title: "Links in the documentation", check: () => checkLinks(root) },
	{ title: "Dead code", command: ["knip", "--no-progress"] },
	{ title: "Types", command: [...turbo, "types", "typecheck"] },
	{ title: "Pure code", tests: ["unit"] },
	{ title: "Build", command: [...turbo, "build"] },
	{
		title: "Workers by themselves",
		tests: ["voice", "messaging", "messaging-live", "provisioning", "admin", "campaigns", "simulator"],
	},
	{ title: "The mesh", tests: ["mesh"] },
	{ title: "The mesh in real time", tests: ["rates"] },
	{ title: "In the browser", tests: ["e2e"] },
];

const totals = { passed: 0, failed: 0 };
const startedAt = performance.now();
for (const step of steps) {
	const stepStartedAt = performance.now();
	console.log(`\n— ${step.title}`);
	const isGood = step.check ? report(step.check()) : step.tests ? test(step.tests) : run(step.command ?? []);
	if (!isGood) finish(1);
	console.log(`  ${((performance.now() - stepStartedAt) / 1000).toFixed(1)} s`);
}
finish(0);

function report(faults: string[]): boolean {
	for (const fault of faults) console.error(fault);
	return faults.length === 0;
}

function test(projects: string[]): boolean {
	const file = join(reports, `${projects.join("-")}.json`);
	const chosen = projects.flatMap((project) => ["--project", project]);
	const isGood = run([
		"vitest",
		"run",
		...chosen,
		`--maxWorkers=${workersMax}`,
		"--silent=passed-only",
		"--reporter=default",
		"--reporter=json",
		`--outputFile=${file}`,
	]);
	const counts = readTestReport(file);
	if (!counts) return report(["vitest ended before it wrote its report."]);
	const { passed, failed, notRun } = counts;
	totals.passed += passed;
	totals.failed += failed + notRun;
	if (notRun > 0) return report([`${notRun} not run, counted as failed: no test is skipped or left to do.`]);
	if (passed + failed === 0) return report(["There was no test to run."]);
	return isGood && failed === 0;
}

function run([program, ...args]: string[]): boolean {
	const result = spawnSync(join(root, "node_modules", ".bin", program ?? ""), args, {
		cwd: root,
		stdio: "inherit",
		shell: process.platform === "win32",
		// Test values: wrangler warns about every missing required secret.
		env: {
			...process.env,
			TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
			TWILIO_AUTH_TOKEN: "a".repeat(32),
			AUTH_SECRET: "x".repeat(40),
		},
	});
	return result.status === 0;
}

function finish(exitCode: number): never {
	console.log(`\n${((performance.now() - startedAt) / 1000).toFixed(0)} s in all`);
	if (exitCode !== 0) totals.failed = Math.max(totals.failed, 1);
	console.log(`${totals.passed} passed, ${totals.failed} failed`);
	process.exit(exitCode);
}
