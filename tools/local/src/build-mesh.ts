import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "./mesh-workers.ts";
import { StartError } from "./start-error.ts";

/** Builds what changed since the last time; turbo knows by the contents of the files. */
export function buildMesh(): void {
	const turbo = join(repositoryRoot, "node_modules", ".bin", "turbo");
	const result = spawnSync(turbo, ["run", "build", "--output-logs=errors-only", "--log-order=grouped"], {
		cwd: repositoryRoot,
		encoding: "utf8",
		shell: process.platform === "win32",
	});
	if (result.status === 0) return;
	console.error(result.stdout ?? "", result.stderr ?? "");
	throw new StartError("The build failed; what it said is above.");
}
