import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { is } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";

const schemaFolder = join(import.meta.dirname, "../src/schema");
const migrationsFolder = join(import.meta.dirname, "../../../migrations");

const files = readdirSync(schemaFolder);
const modules = await Promise.all(files.map((file) => import(join(schemaFolder, file)) as Promise<object>));
const tables = modules.flatMap((module) => Object.values(module)).filter((value) => is(value, SQLiteTable));

function migrate(): DatabaseSync {
	const database = new DatabaseSync(":memory:");
	for (const file of readdirSync(migrationsFolder).sort()) {
		if (file.endsWith(".sql")) database.exec(readFileSync(join(migrationsFolder, file), "utf8"));
	}
	return database;
}

it("has every table, column and index of the schema in the migrations, and nothing more", () => {
	const database = migrate();
	const names = (sql: string, ...values: string[]) =>
		database
			.prepare(sql)
			.all(...values)
			.map((row) => String(row.name))
			.sort();
	const wanted = tables.map((table) => getTableConfig(table));
	const migrated = names("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
	expect(migrated.filter((name) => !/_fts|^messages_search/.test(name))).toEqual(
		wanted.map((table) => table.name).sort(),
	);
	for (const { name, columns, indexes } of wanted) {
		expect(names("SELECT name FROM pragma_table_info(?)", name), name).toEqual(
			columns.map((column) => column.name).sort(),
		);
		expect(names("SELECT name FROM pragma_index_list(?) WHERE origin = 'c'", name), name).toEqual(
			indexes.map((index) => index.config.name).sort(),
		);
	}
});

it("deletes nothing by cascade", () => {
	const actions = tables.flatMap((table) => getTableConfig(table).foreignKeys.map((key) => key.onDelete));
	expect(actions.filter((action) => action !== undefined && action !== "no action")).toEqual([]);
});
