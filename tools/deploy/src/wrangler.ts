import { spawn } from "node:child_process";
import { Obstacle } from "./plan/step.ts";

/** Runs wrangler. Returns what it printed; throws an Obstacle when it failed. */
export type Wrangler = (args: readonly string[], accountId?: string) => Promise<string>;

export interface Outcome {
	exitCode: number;
	stdout: string;
	stderr: string;
}
export type RunWrangler = (args: readonly string[], environment: Record<string, string>) => Promise<Outcome>;

/** `CI` keeps wrangler from asking and from writing into configurations. */
export function openWrangler(run: RunWrangler = runProgram): Wrangler {
	return async (args, accountId) => {
		const environment = {
			CI: "1",
			WRANGLER_SEND_METRICS: "false",
			FORCE_COLOR: "0",
			...(accountId && { CLOUDFLARE_ACCOUNT_ID: accountId }),
		};
		const { exitCode, stdout, stderr } = await run(args, environment);
		if (exitCode === 0) return stdout;
		throw explain(args, `${stderr}\n${stdout}`);
	};
}

export function readOutput<Value>(output: string): Value {
	try {
		return JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1)) as Value;
	} catch {
		throw new Obstacle("wrangler's answer could not be read.", "Run it again.");
	}
}

function runProgram(args: readonly string[], environment: Record<string, string>): Promise<Outcome> {
	return new Promise((resolve, reject) => {
		const child = spawn("wrangler", args, {
			env: { ...process.env, ...environment },
			stdio: ["ignore", "pipe", "pipe"],
			shell: process.platform === "win32",
		});
		const said = { stdout: "", stderr: "" };
		for (const name of ["stdout", "stderr"] as const) {
			child[name].setEncoding("utf8").on("data", (text: string) => {
				said[name] += text;
			});
		}
		child.once("error", reject);
		child.once("close", (code) => resolve({ exitCode: code ?? 1, ...said }));
	});
}

const known: { pattern: RegExp; message: string; todo: string }[] = [
	{
		pattern: /cpu limits|code: 100328/i,
		message: "this Cloudflare account is on the Free plan.",
		todo: "Subscribe to Workers Paid (5 USD a month): dash.cloudflare.com, Workers & Pages, Plans.",
	},
	{
		pattern: /code: 10042/,
		message: "R2 is not switched on in this Cloudflare account.",
		todo: "Switch it on once: dash.cloudflare.com, R2 Object Storage. It costs nothing for the first 10 GB.",
	},
	{
		pattern: /not authenticated|code: 10000|CLOUDFLARE_API_TOKEN|logged ?in/i,
		message: "Cloudflare does not know who is asking.",
		todo: "Sign in with `npm run wrangler -- login`, or set CLOUDFLARE_API_TOKEN.",
	},
];

function explain(args: readonly string[], output: string): Obstacle {
	const found = known.find(({ pattern }) => pattern.test(output));
	if (found) return new Obstacle(found.message, found.todo);
	// The last lines of wrangler's output; never argument values.
	const lines = output.split("\n").map((line) => line.trim());
	const errors = lines.filter((line) => /error|✘/i.test(line));
	const told = (errors.length > 0 ? errors : lines.filter(Boolean)).slice(0, 3).join(" ");
	const command = args.filter((arg) => !arg.startsWith("-")).slice(0, 3);
	return new Obstacle(`wrangler ${command.join(" ")} failed: ${told || "it said nothing"}.`, "");
}
