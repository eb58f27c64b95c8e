import { resolve } from "node:path";
import { getDataFolder } from "@cloudpbx/local/repository-root";
import { StartError } from "@cloudpbx/local/start-error";
import { ArchiveError } from "./archive-error.ts";

export const stateFolder = resolve(getDataFolder());

/** Relative to the caller's folder: npm runs programs in the repository's root. */
export function resolveFile(name: string): string {
	return resolve(process.env.INIT_CWD ?? "", name);
}

/** Says a failure in one sentence. An interrupted program undoes its work. */
export async function runProgram(program: () => Promise<string>): Promise<void> {
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));
	// The launcher died without saying so.
	process.on("disconnect", () => process.exit(1));
	try {
		console.log(await program());
		process.exit(0);
	} catch (error) {
		const isExpected = error instanceof ArchiveError || error instanceof StartError;
		console.error(isExpected ? error.message : error);
		process.exit(1);
	}
}

export function plural(count: number, one: string, many = `${one}s`): string {
	return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
