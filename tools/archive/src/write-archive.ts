import { createHash, randomBytes } from "node:crypto";
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Pack, pack } from "tar-stream";
import { ArchiveError } from "./archive-error.ts";
import { formatVersion, type Manifest, type ObjectEntry } from "./manifest.ts";
import { quote, readRows, writeLine } from "./read-rows.ts";
import type { Store } from "./store.ts";
import { loadMigrations, loadTables, objectColumns, objectSettings, type Table } from "./tables.ts";

/** Writes a company to one file (tar, gzip, mode 0600), which appears when complete. Needs little memory. */
export async function writeArchive(store: Store, file: string, createdAt: Date): Promise<Manifest> {
	const partial = `${file}.${randomBytes(4).toString("hex")}.partial`;
	const tar = pack();
	const output = createWriteStream(partial, { flags: "wx", mode: 0o600, flush: true });
	try {
		const written = pipeline(tar, createGzip(), output);
		// A full disk ends the writing; the reading must not wait for it.
		const failed = written.then(() => new Promise<never>(() => undefined));
		const manifest = await Promise.race([failed, writeEntries(store, tar, createdAt)]);
		tar.finalize();
		await written;
		renameSync(partial, file);
		return manifest;
	} catch (error) {
		tar.destroy();
		rmSync(partial, { force: true });
		const { code, syscall } = error as NodeJS.ErrnoException;
		if (code && syscall) throw new ArchiveError(`${file} cannot be written: ${(error as Error).message}.`);
		throw error;
	}
}

/** Throws `ArchiveError`. */
export function refuseExisting(file: string): void {
	if (!existsSync(file)) return;
	if (statSync(file).isFile() && statSync(file).size === 0) return;
	throw new ArchiveError(`${file} exists already: name another file with --out.`);
}

async function writeEntries(store: Store, tar: Pack, createdAt: Date): Promise<Manifest> {
	const migrations = await loadMigrations(store);
	const counters = await loadCounters(store);
	const tables: Manifest["tables"] = [];
	const add = (name: string, bytes: Uint8Array) => addEntry(tar, name, bytes, createdAt);
	const found = await loadTables(store);
	for (const table of found) {
		const counter = counters.get(table.name) ?? null;
		tables.push({ ...(await writeTable(store, table, add)), counter });
	}
	const objects = await writeObjects(store, found, add);
	const manifest = {
		format: formatVersion,
		createdAt: createdAt.toISOString(),
		migrations,
		tables,
		objects,
	} as const;
	await add("manifest.json", Buffer.from(`${JSON.stringify(manifest, null, "\t")}\n`));
	return manifest;
}

type AddEntry = (name: string, bytes: Uint8Array) => Promise<void>;

async function writeTable(store: Store, table: Table, add: AddEntry) {
	const hash = createHash("sha256");
	let rows = 0;
	let part = 0;
	for await (const page of readRows(store, table)) {
		const lines = Buffer.from(page.map((row) => writeLine(table, row)).join(""));
		hash.update(lines);
		rows += page.length;
		part += 1;
		await add(`tables/${table.name}/${number(part)}.jsonl`, lines);
	}
	return { name: table.name, columns: table.columns, rows, sha256: hash.digest("hex") };
}

async function writeObjects(
	store: Store,
	tables: readonly Table[],
	add: AddEntry,
): Promise<Manifest["objects"]> {
	const hash = createHash("sha256");
	const objects = { count: 0, bytes: 0, missing: 0 };
	for await (const { bucket, key } of readObjectKeys(store, tables)) {
		const object = await store.getObject(bucket, key);
		if (!object) {
			objects.missing += 1;
			continue;
		}
		const { bytes, contentType } = object;
		const sha256 = createHash("sha256").update(bytes).digest("hex");
		const entry: ObjectEntry = { bucket, key, contentType, bytes: bytes.byteLength, sha256 };
		const line = Buffer.from(`${JSON.stringify(entry)}\n`);
		hash.update(line);
		objects.count += 1;
		objects.bytes += bytes.byteLength;
		await add(`objects/${number(objects.count)}.json`, line);
		await add(`objects/${number(objects.count)}`, bytes);
	}
	return { ...objects, sha256: hash.digest("hex") };
}

/** Keys that rows name, then settings; one key may come several times. */
async function* readObjectKeys(
	store: Store,
	tables: readonly Table[],
): AsyncGenerator<Pick<ObjectEntry, "bucket" | "key">> {
	for (const { bucket, table, column } of objectColumns) {
		if (!tables.some(({ name, columns }) => name === table && columns.includes(column))) continue;
		for await (const key of readKeys(store, table, column)) yield { bucket, key };
	}
	const settings = await store.query<{ key: string; value: string }>(`SELECT key, value FROM settings`);
	for (const { bucket, key } of objectSettings) {
		const row = settings.find((one) => one.key === key);
		const named: unknown = row && JSON.parse(row.value);
		if (typeof named === "string" && named !== "") yield { bucket, key: named };
	}
}

async function* readKeys(store: Store, name: string, column: string): AsyncGenerator<string> {
	const table = { name, columns: ["id", column], key: ["id"] };
	for await (const rows of readRows(store, table)) {
		for (const row of rows) {
			const key = row[column];
			if (typeof key === "string" && key !== "") yield key;
		}
	}
}

/** AUTOINCREMENT's counters: ids of deleted rows must not be reused. */
async function loadCounters(store: Store): Promise<Map<string, number>> {
	const rows = await store.query<{ name: string; seq: number }>(
		`SELECT name, seq FROM ${quote("sqlite_sequence")}`,
	);
	return new Map(rows.map(({ name, seq }) => [name, seq]));
}

function addEntry(tar: Pack, name: string, bytes: Uint8Array, mtime: Date): Promise<void> {
	return new Promise((resolve, reject) => {
		const entry = tar.entry({ name, size: bytes.byteLength, mode: 0o600, mtime }, (error) =>
			error ? reject(error) : resolve(),
		);
		entry.end(bytes);
	});
}

function number(count: number): string {
	return String(count).padStart(7, "0");
}
