import { parseArgs } from "node:util";
import { ArchiveError } from "./archive-error.ts";

export interface Flags {
	file: string;
	/** Null: the state folder of this machine. */
	prefix: string | null;
}

/** Throws `ArchiveError`. */
export function readFlags(program: "export" | "restore", args: readonly string[]): Flags {
	const name = program === "export" ? "out" : "in";
	const usage = `Usage: npm run ${program} -- --${name} FILE [--remote [--prefix cloudpbx]]`;
	const values = parse(args, name, usage);
	const file = values[name];
	if (typeof file !== "string" || file === "") throw new ArchiveError(`--${name} FILE is missing. ${usage}`);
	const { remote = false, prefix } = values;
	if (prefix !== undefined && !remote) throw new ArchiveError(`--prefix goes with --remote only. ${usage}`);
	if (!remote) return { file, prefix: null };
	const chosen = String(prefix ?? "cloudpbx");
	if (!/^[a-z][a-z0-9-]{2,30}$/.test(chosen)) {
		throw new ArchiveError(`--prefix takes 3 to 31 small letters, digits and hyphens; it is "${chosen}".`);
	}
	return { file, prefix: chosen };
}

function parse(
	args: readonly string[],
	name: string,
	usage: string,
): Record<string, string | boolean | undefined> {
	try {
		const options = {
			[name]: { type: "string" },
			remote: { type: "boolean" },
			prefix: { type: "string" },
		} as const;
		return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
	} catch (error) {
		const [sentence] = (error as Error).message.split(/\.\s|\n/);
		throw new ArchiveError(`${sentence}. ${usage}`);
	}
}
