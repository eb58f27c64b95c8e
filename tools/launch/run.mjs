// Runs on any Node; everything else runs on the Node that package.json pins. Installs what is missing, starts our
// program, and passes signals on.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const isWindows = process.platform === "win32";
const pinnedNode = join(root, "node_modules", "node", "bin", isWindows ? "node.exe" : "node");
const stampFile = join(root, "node_modules", ".cloudpbx-installed");

const programs = {
	start: ["tools/local/src/main.ts"],
	test: ["tools/checks/src/run-all.ts"],
	setup: ["tools/deploy/src/main.ts", "setup"],
	deploy: ["tools/deploy/src/main.ts", "deploy"],
	destroy: ["tools/deploy/src/main.ts", "destroy"],
	"db:migrate": ["tools/local/src/migrate.ts"],
	"db:migrate:remote": ["tools/deploy/src/main.ts", "db:migrate:remote"],
	doctor: ["tools/doctor/src/main.ts"],
	export: ["tools/archive/src/export.ts"],
	restore: ["tools/archive/src/restore.ts"],
	wrangler: ["node_modules/wrangler/bin/wrangler.js"],
	"eval:assistant": ["tools/evals/src/run.ts"],
	bench: ["tools/bench/src/main.ts"],
	screens: ["tests/e2e/every-view/take-screens.ts"],
};

const program = programs[process.argv[2]];
const [major, minor] = process.versions.node.split(".").map(Number);
if (!program) {
	const others = Object.keys(programs).filter((name) => name !== "start" && name !== "test");
	fail(`Usage: npm start, npm test, or npm run one of: ${others.join(", ")}.`);
} else if (major < 20 || (major === 20 && minor < 18)) {
	fail(`CloudPBX needs Node 20.18 or newer to set itself up; this is Node ${process.versions.node}.`);
} else {
	if (!install()) process.exit(1);
	const [file, ...first] = program;
	run(file, [...first, ...process.argv.slice(3)]);
}

function install() {
	const wanted = createHash("sha256")
		.update(readFileSync(join(root, "pnpm-lock.yaml")))
		.update(readFileSync(join(root, "pnpm-workspace.yaml")))
		.update(`${process.platform} ${process.arch}`)
		.digest("hex");
	if (existsSync(pinnedNode) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted)
		return true;

	console.error("Installing what CloudPBX needs. The first time this takes a minute or two.");
	const folder = mkdtempSync(join(tmpdir(), "cloudpbx-"));
	try {
		const archive = fetchPackageManager(folder);
		npmTool("npx", ["--yes", "--package", archive, "pnpm", "install", "--frozen-lockfile"]);
	} catch (error) {
		console.error(error.message);
		return false;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	writeFileSync(stampFile, wanted);
	return true;
}

/** Returns pnpm's archive, checked by the lock file's hash since npm brings it. */
function fetchPackageManager(folder) {
	const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const lock = readFileSync(join(root, "pnpm-lock.yaml"), "utf8").replaceAll("\r\n", "\n");
	const entry = lock.slice(lock.indexOf(`\n  ${packageManager}:\n`));
	const [, expected] = /^\n.*\n.*integrity: (sha512-[A-Za-z0-9+/=]+)/.exec(entry) ?? [];
	npmTool("npm", ["pack", packageManager, "--pack-destination", folder]);
	const archive = join(folder, `${packageManager.replace("@", "-")}.tgz`);
	const actual = `sha512-${createHash("sha512").update(readFileSync(archive)).digest("base64")}`;
	if (actual === expected) return archive;
	throw new Error(
		`The registry's ${packageManager} is not the one that pnpm-lock.yaml names; nothing was run.`,
	);
}

function npmTool(program, args) {
	const env = { ...process.env, CI: "true" };
	const quoted = isWindows ? args.map((arg) => `"${arg}"`) : args;
	const result = spawnSync(program, quoted, { cwd: root, encoding: "utf8", env, shell: isWindows });
	if (result.status === 0) return;
	console.error(result.stdout ?? "", result.stderr ?? "");
	throw new Error(
		"The installation failed; what it said is above. Check that the npm registry can be reached.",
	);
}

function run(file, args) {
	const paths = [join(root, "node_modules", ".bin"), dirname(pinnedNode)];
	const separator = isWindows ? ";" : ":";
	const child = spawn(pinnedNode, [join(root, file), ...args], {
		cwd: root,
		// The channel closes when this process dies, even by SIGKILL; then the child stops.
		stdio: ["inherit", "inherit", "inherit", "ipc"],
		env: {
			...process.env,
			PATH: [...paths, process.env.PATH].join(separator),
			WRANGLER_SEND_METRICS: "false",
			TURBO_TELEMETRY_DISABLED: "1",
			DO_NOT_TRACK: "1",
			// Saves 75 MB of memory with glibc.
			MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "1",
		},
	});
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
	if (process.env.npm_lifecycle_event) stopWithParent(child);
	child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

/** npm dies of SIGTERM and SIGKILL without telling its child. */
function stopWithParent(child) {
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) child.kill("SIGTERM");
	}, 500).unref();
}

function fail(sentence) {
	console.error(sentence);
	process.exitCode = 1;
}
