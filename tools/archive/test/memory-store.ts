import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Row, Store, StoredObject, Target } from "../src/store.ts";

const migrationsFolder = join(import.meta.dirname, "../../../migrations");
export const migrations = readdirSync(migrationsFolder)
	.filter((name) => name.endsWith(".sql"))
	.sort();

export interface MemoryStore extends Store {
	database: DatabaseSync;
	objects: Map<string, StoredObject>;
}

export function openMemoryStore(applied: readonly string[] = migrations): MemoryStore {
	const database = new DatabaseSync(":memory:");
	applyMigrations(database, applied);
	const objects = new Map<string, StoredObject>();
	return {
		database,
		objects,
		query: async <Result extends Row>(sql: string, params: readonly (string | number | null)[] = []) =>
			database.prepare(sql).all(...params) as Result[],
		getObject: async (bucket, key) => objects.get(`${bucket} ${key}`) ?? null,
		putObject: async (bucket, key, object) => {
			objects.set(`${bucket} ${key}`, { ...object, bytes: new Uint8Array(object.bytes) });
		},
	};
}

export function applyMigrations(database: DatabaseSync, names: readonly string[]): void {
	database.exec(
		"CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE)",
	);
	for (const name of names) {
		if (database.prepare("SELECT 1 FROM d1_migrations WHERE name = ?").get(name)) continue;
		database.exec(readFileSync(join(migrationsFolder, name), "utf8"));
		database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").run(name);
	}
}

export function memoryTarget(hasSameCarrier = false): Target & { store: MemoryStore; end: string | null } {
	const store = openMemoryStore([]);
	const target = {
		store,
		hasSameCarrier,
		end: null as string | null,
		migrateTo: async (names: readonly string[]) => applyMigrations(store.database, names),
		upgrade: async () => applyMigrations(store.database, migrations),
		finish: async () => {
			target.end = "finished";
		},
		undo: async () => {
			target.end = "undone";
		},
	};
	return target;
}
