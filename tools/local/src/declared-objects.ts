import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface SchemaObject {
	type: string;
	name: string;
}

/** D1's own tables begin with `_cf_`, SQLite's with `sqlite_`. */
export const objectsQuery =
	"SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations' ORDER BY type, name";

/** By folder: migrations do not change while a program runs. */
const known = new Map<string, SchemaObject[]>();

/** Applies the migrations to a database in memory and reads the result. */
export function listDeclaredObjects(folder: string): SchemaObject[] {
	const objects = known.get(folder) ?? readObjects(folder);
	known.set(folder, objects);
	return objects;
}

function readObjects(folder: string): SchemaObject[] {
	const database = new DatabaseSync(":memory:");
	try {
		for (const name of migrationNames(folder)) database.exec(readFileSync(join(folder, name), "utf8"));
		return database
			.prepare(objectsQuery)
			.all()
			.map(({ type, name }) => ({ type: String(type), name: String(name) }));
	} finally {
		database.close();
	}
}

export function migrationNames(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith(".sql"))
		.sort();
}

/** "trigger calls_counted_insert" for each declared object that the database lacks. */
export function listMissingObjects(
	declared: readonly SchemaObject[],
	present: readonly SchemaObject[],
): string[] {
	const there = new Set(present.map(describe));
	return declared.map(describe).filter((words) => !there.has(words));
}

function describe({ type, name }: SchemaObject): string {
	return `${type} ${name}`;
}
