import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ArchiveError } from "../archive-error.ts";

/** Opens SQLite files below a part of a state folder that have this table. */
export function openDatabases(folder: string, part: string, table: string): DatabaseSync[] {
	return listFiles(join(folder, part))
		.filter(isDatabase)
		.flatMap((file) => {
			const database = openToRead(file);
			const found = database
				.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
				.get(table);
			if (found) return [database];
			database.close();
			return [];
		});
}

/** Throws `ArchiveError` where the file is no database. */
export function openToRead(file: string): DatabaseSync {
	const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
	try {
		database.prepare("SELECT count(*) FROM sqlite_master").get();
		return database;
	} catch (error) {
		database.close();
		throw new ArchiveError(`The database ${file} cannot be read: ${(error as Error).message}.`);
	}
}

export function listFiles(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

export function isDatabase(file: string): boolean {
	return file.endsWith(".sqlite");
}
