import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { ReleaseFacts } from "./facts.ts";

/** Writes the state that a release left into an empty folder. `url` replaces the recorded origin. */
export function layOutRelease(release: string, dataFolder: string, url: string): ReleaseFacts {
	const recorded = join(import.meta.dirname, "..", "releases", release);
	const facts = JSON.parse(readFileSync(join(recorded, "facts.json"), "utf8")) as ReleaseFacts;
	writeFileSync(join(dataFolder, "secrets.json"), JSON.stringify(facts.secrets));
	for (const [dump, path] of Object.entries(facts.files)) {
		const file = join(dataFolder, path);
		mkdirSync(dirname(file), { recursive: true });
		const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
		try {
			const sql = readFileSync(join(recorded, dump), "utf8").replaceAll(facts.url, url);
			database.exec(`BEGIN; ${sql} COMMIT;`);
		} finally {
			database.close();
		}
	}
	return facts;
}
