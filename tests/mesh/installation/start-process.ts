import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@cloudpbx/local/check-port";
import { afterEach, beforeEach, expect } from "vitest";
import { until } from "../set-up/phone-network.ts";

const repositoryRoot = join(import.meta.dirname, "../../..");
const launcher = join(repositoryRoot, "tools/launch/run.mjs");

export const place = { folder: "", port: 0 };
let running: StartedProcess[] = [];

interface StartedProcess {
	child: ChildProcess;
	output: () => string;
	ended: Promise<number | string>;
}

/** Registers hooks: each test has its own folder and port; its processes end with it. */
export function useOwnPlace(): void {
	beforeEach(async () => {
		place.folder = mkdtempSync(join(tmpdir(), "cloudpbx-start-"));
		place.port = await freePort();
		running = [];
	});

	afterEach(async () => {
		for (const { child, ended } of running) {
			child.kill("SIGINT");
			await ended;
		}
		rmSync(place.folder, { recursive: true, force: true });
	});
}

export function start(
	environment: Record<string, string> = {},
	[program, ...args]: [string, ...string[]] = [process.execPath, launcher, "start"],
): StartedProcess {
	const child = spawn(program, args, {
		cwd: repositoryRoot,
		env: { ...process.env, PORT: String(place.port), CLOUDPBX_DATA: place.folder, ...environment },
		// A process group, so that a test can kill all of it at once.
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
	const started = { child, output: () => text, ended };
	running.push(started);
	return started;
}

export async function startAndWait(command?: [string, ...string[]]): Promise<StartedProcess> {
	const started = start({}, command);
	const isReady = until("the summary", async () => started.output().includes("Stop with Ctrl-C"), 60);
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

export async function isServing(): Promise<boolean> {
	return fetch(`http://localhost:${place.port}/api/health`).then(
		(response) => response.ok,
		() => false,
	);
}

export async function expectRefusal(
	environment: Record<string, string>,
	words: string | RegExp,
): Promise<void> {
	const { output, ended } = start(environment);
	expect(await ended).toBe(1);
	expect(output()).toMatch(words);
	expect(output().trim().split("\n")).toHaveLength(1);
}
