import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CounterTable } from "@cloudpbx/kit/counters";
import { repositoryRoot } from "@cloudpbx/local/repository-root";
import { readCounters } from "./read-counters.ts";

const projects = ["voice", "messaging", "admin"];
const tests = ["worker/cost.test", "worker/analytics-cost.test"];

export interface MeasuredCounters {
	measured: CounterTable;
	failure: string | null;
}

/** Runs the counters' tests and returns what they measured. */
export async function runCounters(): Promise<MeasuredCounters> {
	const folder = mkdtempSync(join(tmpdir(), "cloudpbx-counters-"));
	const report = join(folder, "report.json");
	const chosen = projects.flatMap((project) => ["--project", project]);
	const program = join(repositoryRoot, "node_modules", ".bin", "vitest");
	const reporters = ["--silent", "--reporter=json", `--outputFile=${report}`];
	const child = spawn(program, ["run", ...chosen, ...tests, ...reporters], {
		cwd: repositoryRoot,
		stdio: ["ignore", "pipe", "pipe"],
		shell: process.platform === "win32",
		// Test values: wrangler warns about every missing required secret.
		env: {
			...process.env,
			TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
			TWILIO_AUTH_TOKEN: "a".repeat(32),
			AUTH_SECRET: "x".repeat(40),
		},
	});
	const said: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
	}
	try {
		await new Promise((resolve, reject) => {
			child.once("error", reject);
			child.once("close", resolve);
		});
		const { measured, failures } = readCounters(readFileSync(report, "utf8"));
		return { measured, failure: failures.length > 0 ? failures.join("\n") : null };
	} catch {
		throw new Error(`The tests ended before they wrote their report:\n${said.join("")}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
