import { spawn } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "./repository-root.ts";
import { StartError } from "./start-error.ts";

const isWindows = process.platform === "win32";

const silentMilliseconds = 3000;

/** Builds what changed, everything or one package. Fails when stopped. */
export async function buildMesh(stopping: AbortSignal, only: string | null = null): Promise<void> {
	const turbo = join(repositoryRoot, "node_modules", ".bin", "turbo");
	const filter = only === null ? [] : [`--filter=${only}`];
	const options = ["--output-logs=errors-only", "--log-order=grouped", ...filter];
	const build = spawn(turbo, ["run", "build", ...options], {
		cwd: repositoryRoot,
		stdio: ["ignore", "pipe", "pipe"],
		shell: isWindows,
		detached: !isWindows,
	});
	const said: string[] = [];
	for (const stream of [build.stdout, build.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
	}
	const endIt = () => {
		if (isWindows || build.pid === undefined) build.kill();
		else process.kill(-build.pid, "SIGINT");
	};
	stopping.addEventListener("abort", endIt);
	const notice = setTimeout(
		() => console.log("Building what changed. The first time this takes about a quarter of a minute."),
		silentMilliseconds,
	);
	const exitCode = await new Promise<number | null>((resolve, reject) => {
		build.once("error", reject);
		build.once("close", resolve);
	});
	clearTimeout(notice);
	stopping.removeEventListener("abort", endIt);
	if (exitCode === 0) return;
	if (!stopping.aborted) console.error(said.join(""));
	throw new StartError("The build failed; what it said is above.");
}
