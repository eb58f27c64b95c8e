import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

it.each([
	["has another hash", (lock: string) => lock.replace(/(\n {2}pnpm@.*\n.*sha512-)...../, "$1AAAAA")],
	["does not name it", (lock: string) => lock.replace(/\n {2}pnpm@.*\n.*\n/, "\n")],
])(
	"runs no package manager when the lock file %s",
	(_what, spoil) => {
		const folder = mkdtempSync(join(tmpdir(), "cloudpbx-launch-"));
		try {
			mkdirSync(join(folder, "tools"));
			cpSync(join(root, "tools", "launch"), join(folder, "tools", "launch"), { recursive: true });
			for (const file of ["package.json", "pnpm-workspace.yaml"])
				cpSync(join(root, file), join(folder, file));
			writeFileSync(
				join(folder, "pnpm-lock.yaml"),
				spoil(readFileSync(join(root, "pnpm-lock.yaml"), "utf8")),
			);
			const run = spawnSync(process.execPath, [join(folder, "tools", "launch", "run.mjs"), "db:migrate"], {
				encoding: "utf8",
			});
			expect([run.status, run.stderr]).toEqual([1, expect.stringContaining("nothing was run")]);
			expect(existsSync(join(folder, "node_modules"))).toBe(false);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
	60_000,
);
