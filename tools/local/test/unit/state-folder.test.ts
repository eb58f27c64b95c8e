import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStateFolder } from "../../src/state-folder.ts";

const holder = `
	import { openStateFolder } from ${JSON.stringify(join(import.meta.dirname, "../../src/state-folder.ts"))};
	openStateFolder(process.argv[1]);
	console.log(process.pid);
	setInterval(() => {}, 1000);`;

let folder = "";
let running: ChildProcess[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-folder-"));
	running = [];
});

afterEach(() => {
	for (const { pid = 0 } of running) process.kill(-pid, "SIGKILL");
	rmSync(folder, { recursive: true, force: true });
});

async function holdFolder(): Promise<number> {
	const script = `"$0" --input-type=module -e "$1" "$2" & exec sleep 60`;
	const parent = spawn("sh", ["-c", script, process.execPath, holder, folder], { detached: true });
	running.push(parent);
	return await new Promise((resolve) => parent.stdout.once("data", (pid) => resolve(Number(pid))));
}

it("refuses a folder that another mesh has, and names its process", async () => {
	const pid = await holdFolder();
	expect(() => openStateFolder(folder)).toThrow(`CloudPBX already runs on ${folder} (process ${pid})`);
});

it("opens the folder of a killed mesh at once, though the system still knows its process", async () => {
	const pid = await holdFolder();
	const { apiKey } = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"));
	process.kill(pid, "SIGKILL");
	const state = openStateFolder(folder);
	expect(() => process.kill(pid, 0)).not.toThrow();
	expect(state.secrets.apiKey).toBe(apiKey);
	state.close();
});

it("opens the folder of a killed mesh whose process id now belongs to somebody else", () => {
	writeFileSync(join(folder, "mesh.pid"), String(process.ppid));
	openStateFolder(folder).close();
});

it("makes the folders on the way to it, and says where it cannot", () => {
	openStateFolder(join(folder, "a", "b")).close();
	expect(() => openStateFolder("/dev/null/a/b")).toThrow(
		/^The state folder \/dev\/null\/a\/b cannot be used: .+/,
	);
});

it("leaves no trace of a process behind and can be opened again", () => {
	openStateFolder(folder).close();
	expect(readdirSync(folder)).not.toContain("mesh.pid");
	openStateFolder(folder).close();
});
