import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@cloudpbx/local/repository-root";
import { newWorld, type World } from "./world.ts";

const fakes = import.meta.dirname;
const program = join(repositoryRoot, "tools", "deploy", "src", "main.ts");

interface Run {
	status: number | null;
	stdout: string;
	stderr: string;
}

/** The program as an owner starts it; its surroundings are in `folder`. */
export class Program {
	readonly folder: string;

	constructor(folder: string) {
		this.folder = folder;
		mkdirSync(join(folder, "bin"));
		const wrangler = join(folder, "bin", "wrangler");
		writeFileSync(
			wrangler,
			`#!/bin/sh\nexec "${process.execPath}" "${join(fakes, "wrangler-program.ts")}" "$@"\n`,
		);
		chmodSync(wrangler, 0o755);
		writeFileSync(join(folder, "world.json"), JSON.stringify(newWorld()));
	}

	run(args: string[], environment: Record<string, string> = {}, isFaked = true): Run {
		const imports = isFaked ? ["--import", join(fakes, "no-network.ts")] : [];
		return spawnSync(process.execPath, [...imports, program, ...args], {
			cwd: repositoryRoot,
			encoding: "utf8",
			env: {
				PATH: `${join(this.folder, "bin")}:${process.env.PATH}`,
				HOME: this.folder,
				FAKE_WORLD: this.folder,
				CLOUDPBX_INSTALLATIONS: join(this.folder, "installations"),
				...environment,
			},
		});
	}

	readWorld(): World {
		return JSON.parse(readFileSync(join(this.folder, "world.json"), "utf8")) as World;
	}
}

export function gitStatus(): string {
	return spawnSync("git", ["status", "--porcelain"], { cwd: repositoryRoot, encoding: "utf8" }).stdout;
}
