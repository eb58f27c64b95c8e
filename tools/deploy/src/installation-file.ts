import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Answers } from "./answers.ts";
import { Obstacle } from "./plan/step.ts";

/** State of an installation on this machine: no secrets, and nothing that could not be found again. */
export interface InstallationFile {
	answers: Partial<Answers>;
	/** All hosts so far: a number that leads to one leads here. */
	hosts: string[];
	/** SHA-256 of the set-up code whose link was shown. */
	shownCodeHash: string | null;
	/** Points to which the database can be taken back, oldest first. */
	bookmarks: { at: string; bookmark: string; before: string }[];
}

export interface Memory {
	read(): InstallationFile;
	change(patch: Partial<InstallationFile>): void;
}

const nothing: InstallationFile = { answers: {}, hosts: [], shownCodeHash: null, bookmarks: [] };

export function openMemory(file: string): Memory {
	const read = (): InstallationFile => {
		if (!existsSync(file)) return nothing;
		try {
			return { ...nothing, ...JSON.parse(readFileSync(file, "utf8")) };
		} catch {
			throw new Obstacle(`${file} is damaged.`, "Remove it; everything in it is found out again.");
		}
	};
	return {
		read,
		change: (patch) => {
			mkdirSync(dirname(file), { recursive: true });
			// Atomic: an interruption leaves the old or the new file.
			writeFileSync(`${file}.new`, `${JSON.stringify({ ...read(), ...patch }, null, "\t")}\n`);
			renameSync(`${file}.new`, file);
		},
	};
}
