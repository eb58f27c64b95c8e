import { DatabaseSync, type SQLOutputValue } from "node:sqlite";

interface SchemaRow {
	type: string;
	name: string;
	sql: string;
}

const isPlatforms = (name: string) => name.startsWith("_cf_");

/**
 * Returns a SQLite file as SQL, a line for each row. Full-text tables are built again from the rows that they
 * index.
 */
export function dumpDatabase(file: string, withoutRows: readonly string[] = []): string {
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		return [...dump(database, withoutRows)].join("\n").concat("\n");
	} finally {
		database.close();
	}
}

function* dump(database: DatabaseSync, withoutRows: readonly string[]): Generator<string> {
	const schema = database
		.prepare("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
		.all()
		.map(({ type, name, sql }): SchemaRow => ({ type: String(type), name: String(name), sql: String(sql) }));
	const searches = schema.filter(({ sql }) => /^CREATE VIRTUAL TABLE/i.test(sql));
	const isOfSearch = (name: string) =>
		searches.some((search) => name === search.name || name.startsWith(`${search.name}_`));
	const tables = schema.filter(
		({ type, name }) =>
			type === "table" && !isPlatforms(name) && !isOfSearch(name) && !name.startsWith("sqlite_"),
	);
	for (const { sql } of tables) yield `${sql};`;
	for (const { name } of tables) if (!withoutRows.includes(name)) yield* insertRows(database, name);
	if (schema.some(({ name }) => name === "sqlite_sequence")) {
		yield "DELETE FROM sqlite_sequence;";
		yield* insertRows(database, "sqlite_sequence");
	}
	for (const { name, sql } of searches) {
		yield `${sql};`;
		yield `INSERT INTO "${name}" ("${name}") VALUES ('rebuild');`;
	}
	// Triggers come last: otherwise they would count rows twice.
	for (const { type, sql } of schema) if (type !== "table") yield `${sql};`;
}

function* insertRows(database: DatabaseSync, table: string): Generator<string> {
	for (const row of database.prepare(`SELECT * FROM "${table}"`).iterate()) {
		if (typeof row.name === "string" && table === "sqlite_sequence" && isPlatforms(row.name)) continue;
		yield `INSERT INTO "${table}" VALUES (${Object.values(row).map(literal).join(", ")});`;
	}
}

function literal(value: SQLOutputValue): string {
	if (value === null) return "NULL";
	if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
	if (value instanceof Uint8Array) return `X'${Buffer.from(value).toString("hex")}'`;
	return String(value);
}
