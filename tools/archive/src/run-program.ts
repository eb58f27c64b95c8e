import { resolve } from "node:path";
import { findDataFolder } from "@cloudpbx/local/repository-root";
import { StartError } from "@cloudpbx/local/start-error";
import { ArchiveError } from "./archive-error.ts";

/** The state folder, as `npm start` finds it. */
export const stateFolder = resolve(findDataFolder());

/** A file as it was named at the prompt: npm runs programs in the repository's root, wherever it was called. */
export function resolveFile(name: string): string {
	return resolve(process.env.INIT_CWD ?? "", name);
}

/** Runs a program to its end and says in one sentence what went wrong. Stopped by hand, it takes back what it began. */
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
