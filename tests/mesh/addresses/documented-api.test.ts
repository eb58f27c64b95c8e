import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const run = promisify(execFile);
const document = readFileSync(join(import.meta.dirname, "../../../docs/api.md"), "utf8");

/** `<!-- expect 200, save ID=id -->` and the command below it; docs/api.md explains the words. */
const blocks = [...document.matchAll(/<!-- expect (\d+)(.*?) -->\n+```sh\n([\s\S]*?)```/g)].map(
	([, status = "", rules = "", command = ""]) => ({
		status,
		command: command.trim(),
		saved: rules.match(/save (\w+)=([\w.]+)/),
		awaited: rules.match(/until ([\w.]+)=(\w+)/),
	}),
);

let mesh: TestMesh;
const folder = mkdtempSync(join(tmpdir(), "cloudpbx-api-"));
const variables: Record<string, string> = {};

beforeAll(async () => {
	mesh = await startTestMesh();
	variables.CLOUDPBX_API_KEY = mesh.access.apiKey;
	variables.SETUP_CODE = mesh.access.setupCode;
	await mesh.network.setSpeed(5);
	const call = await mesh.network.dial("+14155550199", "+14155550103");
	await call.leaveMessage(3, "For the documentation.");
	await call.expectEnds();
	await until("the voicemail to be stored", async () => {
		const [row] = await mesh.query("SELECT id FROM voicemails WHERE status = 'stored'");
		return row;
	});
});

afterAll(async () => {
	await stopTestMesh(mesh);
	rmSync(folder, { recursive: true, force: true });
});

async function ask(command: string): Promise<{ status: string; body: string }> {
	const here = command
		.replaceAll("http://localhost:8787", mesh.url)
		.replace(/^curl/, "curl -sS -w '\\n%{http_code}'");
	const { stdout } = await run("sh", ["-c", here], { cwd: folder, env: { ...process.env, ...variables } });
	const end = stdout.lastIndexOf("\n");
	return { status: stdout.slice(end + 1), body: stdout.slice(0, end) };
}

function read(body: string, path: string): string {
	let value: unknown = JSON.parse(body);
	for (const name of path.split(".")) value = (value as Record<string, unknown> | null)?.[name];
	return String(value);
}

it("has examples in its documentation", () => {
	expect(blocks.length).toBeGreaterThan(40);
	expect(blocks).toHaveLength(document.split("```sh").length - 1);
});

it.each(blocks)("answers $status to: $command", async ({ status, command, saved, awaited }) => {
	const answer = await until("the documented answer", async () => {
		const given = await ask(command);
		if (awaited?.[1] && awaited[2] && read(given.body, awaited[1]) !== awaited[2]) return null;
		return given;
	});
	expect(`${answer.status} ${answer.status === status ? "" : answer.body}`.trim()).toBe(status);
	if (saved?.[1] && saved[2]) variables[saved[1]] = read(answer.body, saved[2]);
});
