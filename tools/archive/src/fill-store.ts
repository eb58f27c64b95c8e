import { createHash } from "node:crypto";
import { ArchiveError } from "./archive-error.ts";
import type { Manifest } from "./manifest.ts";
import { readArchive, splitLines } from "./read-archive.ts";
import { quote, readRows, writeLine } from "./read-rows.ts";
import type { Row, Store } from "./store.ts";
import { loadTables, type Table } from "./tables.ts";

// Every statement may be sent twice: a lost answer does not tell whether it was carried out.

/** D1 takes values of two megabytes; what SQLite makes of the JSON counts as well. */
const statementCharacters = 900_000;
const indexedAtOnce = 20_000;

interface Trigger {
	name: string;
	sql: string;
}

/**
 * Copies rows and files into a migrated store and compares the result with the manifest. Triggers are removed
 * meanwhile: they would count rows again, and refuse a ledger's.
 */
export async function fillStore(store: Store, file: string, manifest: Manifest): Promise<void> {
	const tables = await matchTables(store, file, manifest);
	const triggers = await store.query<Row & Trigger>(
		"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
	);
	for (const { name } of triggers) await store.query(`DROP TRIGGER IF EXISTS ${quote(name)}`);
	for (const { name } of tables.toReversed()) await store.query(`DELETE FROM ${quote(name)}`);
	await copyParts(store, file, new Map(tables.map((table) => [table.name, table])));
	await setCounters(store, manifest);
	await compareTables(store, tables, manifest);
	await indexTexts(store);
	for (const { sql } of triggers) {
		await store.query(sql.replace(/^CREATE TRIGGER/, "CREATE TRIGGER IF NOT EXISTS"));
	}
}

async function matchTables(store: Store, file: string, manifest: Manifest): Promise<Table[]> {
	const present = new Map((await loadTables(store)).map((table) => [table.name, table]));
	return manifest.tables.map(({ name, columns }) => {
		const table = present.get(name);
		const unknown = table ? columns.find((column) => !table.columns.includes(column)) : name;
		if (!table || unknown !== undefined) {
			throw new ArchiveError(
				`${file} does not fit this version of CloudPBX: it has no place for ${unknown}.`,
			);
		}
		return { ...table, columns };
	});
}

async function copyParts(store: Store, file: string, tables: Map<string, Table>): Promise<void> {
	for await (const part of readArchive(file)) {
		if (part.kind === "object") {
			const { bucket, key, contentType, sha256 } = part.entry;
			await store.putObject(bucket, key, { bytes: part.bytes, contentType });
			const stored = await store.getObject(bucket, key);
			if (!stored || createHash("sha256").update(stored.bytes).digest("hex") !== sha256) {
				throw new Error(`The file ${key} was not stored as it was exported.`);
			}
		} else if (part.kind === "rows") {
			const table = tables.get(part.table);
			if (table) await insertLines(store, table, splitLines(file, part));
		}
	}
}

async function insertLines(store: Store, table: Table, lines: string[]): Promise<void> {
	let waiting: string[] = [];
	let characters = 0;
	for (const line of lines) {
		if (waiting.length > 0 && characters + line.length > statementCharacters) {
			await insertRows(store, table, waiting);
			waiting = [];
			characters = 0;
		}
		waiting.push(line);
		characters += line.length + 1;
	}
	if (waiting.length > 0) await insertRows(store, table, waiting);
}

async function insertRows(store: Store, { name, columns }: Table, rows: string[]): Promise<void> {
	await store.query(
		// A page whose answer was lost is sent again; the comparison finds what that could hide.
		`INSERT OR IGNORE INTO ${quote(name)} (${columns.map(quote).join(", ")})
			SELECT ${columns.map((column) => `value ->> '${column}'`).join(", ")} FROM json_each(?)`,
		[`[${rows.join(",")}]`],
	);
}

/** Ids of deleted rows must not be reused: the campaigns' cursor has passed them. */
async function setCounters(store: Store, { tables }: Manifest): Promise<void> {
	for (const { name, counter } of tables) {
		if (counter === null) continue;
		await store.query("DELETE FROM sqlite_sequence WHERE name = ?", [name]);
		await store.query(`INSERT INTO sqlite_sequence (name, seq) VALUES (?, ${counter})`, [name]);
	}
}

async function compareTables(store: Store, tables: readonly Table[], manifest: Manifest): Promise<void> {
	for (const table of tables) {
		const hash = createHash("sha256");
		for await (const page of readRows(store, table)) {
			for (const row of page) hash.update(writeLine(table, row));
		}
		const wanted = manifest.tables.find(({ name }) => name === table.name);
		if (hash.digest("hex") !== wanted?.sha256) {
			throw new Error(`The table ${table.name} was not stored as it was exported.`);
		}
	}
}

async function indexTexts(store: Store): Promise<void> {
	const indexes = await store.query<{ name: string }>(
		"SELECT name FROM sqlite_master WHERE name IN ('messages_search', 'messages_fts') ORDER BY name DESC",
	);
	for (const { name } of indexes) await store.query(`INSERT INTO ${name} (${name}) VALUES ('delete-all')`);
	const index = indexes[0]?.name;
	let last = 0;
	for (;;) {
		const [end] = await store.query<{ position: number | null }>(
			`SELECT max(position) AS position FROM (SELECT position FROM messages WHERE position > ? ORDER BY position LIMIT ${indexedAtOnce})`,
			[last],
		);
		if (!end?.position) break;
		await store.query(
			`INSERT INTO ${index} (rowid, body) SELECT position, body FROM messages
				WHERE position > ? AND position <= ? AND position NOT IN (SELECT id FROM ${index}_docsize)`,
			[last, end.position],
		);
		last = end.position;
	}
	await store.query(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`);
}
