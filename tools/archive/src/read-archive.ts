import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { ArchiveError } from "./archive-error.ts";
import { formatVersion, Manifest, ObjectEntry } from "./manifest.ts";

const entryBytesMax = 256 * 1024 * 1024;

export type ArchivePart =
	| { kind: "rows"; table: string; lines: Buffer }
	| { kind: "object"; entry: ObjectEntry; line: Buffer; bytes: Buffer }
	| { kind: "manifest"; manifest: Manifest };

/** Yields the parts in order, one in memory at a time. Throws `ArchiveError` for a damaged file. */
export async function* readArchive(file: string): AsyncGenerator<ArchivePart> {
	let described: { name: string; entry: ObjectEntry; line: Buffer } | null = null;
	for await (const { name, bytes } of readEntries(file)) {
		if (described !== null && name !== described.name) throw damaged(file, `${described.name} is missing`);
		const table = /^tables\/([a-z0-9_]+)\/\d{7}\.jsonl$/.exec(name)?.[1];
		const object: string | undefined = /^(objects\/\d{7})\.json$/.exec(name)?.[1];
		if (described !== null) {
			yield { kind: "object", entry: described.entry, line: described.line, bytes };
			described = null;
		} else if (table !== undefined) {
			yield { kind: "rows", table, lines: bytes };
		} else if (object !== undefined) {
			const entry = ObjectEntry.safeParse(parseJson(file, name, bytes));
			if (!entry.success) throw damaged(file, `${name} does not describe a file`);
			described = { name: object, entry: entry.data, line: bytes };
		} else if (name === "manifest.json") {
			yield { kind: "manifest", manifest: readManifest(file, parseJson(file, name, bytes)) };
		} else {
			throw damaged(file, `${name} does not belong there`);
		}
	}
	if (described !== null) throw damaged(file, `${described.name} is missing`);
}

/** Compares the whole archive with its manifest. Throws `ArchiveError`. */
export async function verifyArchive(file: string): Promise<Manifest> {
	let manifest: Manifest | null = null;
	const tables = new Map<string, { rows: number; hash: ReturnType<typeof createHash> }>();
	const objects = { count: 0, bytes: 0, hash: createHash("sha256") };
	for await (const part of readArchive(file)) {
		if (manifest !== null) throw damaged(file, "something follows its manifest");
		if (part.kind === "manifest") {
			manifest = part.manifest;
		} else if (part.kind === "rows") {
			const table = tables.get(part.table) ?? { rows: 0, hash: createHash("sha256") };
			const lines = splitLines(file, part);
			for (const line of lines) parseJson(file, `a row of ${part.table}`, line);
			table.rows += lines.length;
			table.hash.update(part.lines);
			tables.set(part.table, table);
		} else {
			const { entry, line, bytes } = part;
			if (createHash("sha256").update(bytes).digest("hex") !== entry.sha256) {
				throw damaged(file, `the file ${entry.key} is not what was exported`);
			}
			objects.count += 1;
			objects.bytes += bytes.byteLength;
			objects.hash.update(line);
		}
	}
	if (manifest === null) throw damaged(file, "it has no manifest");
	const empty = createHash("sha256").digest("hex");
	for (const { name, rows, sha256 } of manifest.tables) {
		const found = tables.get(name);
		if ((found?.rows ?? 0) !== rows || (found?.hash.digest("hex") ?? empty) !== sha256) {
			throw damaged(file, `the table ${name} is not what was exported`);
		}
		tables.delete(name);
	}
	for (const name of tables.keys()) throw damaged(file, `its manifest does not name the table ${name}`);
	const { count, bytes, sha256 } = manifest.objects;
	if (objects.count !== count || objects.bytes !== bytes || objects.hash.digest("hex") !== sha256) {
		throw damaged(file, "its files are not those that were exported");
	}
	return manifest;
}

/** The rows of a page, each as its line of JSON. */
export function splitLines(file: string, { table, lines }: { table: string; lines: Buffer }): string[] {
	const texts = lines.toString("utf8").split("\n");
	if (texts.pop() !== "") throw damaged(file, `a row of ${table} is cut off`);
	return texts;
}

async function* readEntries(file: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
	if (!existsSync(file)) throw new ArchiveError(`There is no file ${file}: name an archive with --in.`);
	if (!statSync(file).isFile()) throw new ArchiveError(`${file} is no file: name an archive with --in.`);
	const tar = extract();
	const reading = pipeline(createReadStream(file), createGunzip(), tar);
	// A read error is thrown below, where the entries are read.
	reading.catch(() => undefined);
	try {
		for await (const entry of tar) {
			const { name, type, size = 0 } = entry.header;
			if (type !== "file" || size > entryBytesMax) throw damaged(file, `${name} does not belong there`);
			const chunks: Buffer[] = [];
			for await (const chunk of entry) chunks.push(chunk as Buffer);
			yield { name, bytes: Buffer.concat(chunks) };
		}
		await reading;
	} catch (error) {
		if (error instanceof ArchiveError) throw error;
		throw explain(file, error as NodeJS.ErrnoException);
	} finally {
		tar.destroy();
	}
}

function explain(file: string, { code, syscall, message }: NodeJS.ErrnoException): ArchiveError {
	if (syscall) return new ArchiveError(`${file} cannot be read: ${message}.`);
	if (code === "Z_DATA_ERROR") return damaged(file, "it is no archive, or bytes of it have changed");
	if (code === "Z_BUF_ERROR") return damaged(file, "its end is missing");
	return damaged(file, `it is no archive (${message})`);
}

function readManifest(file: string, value: unknown): Manifest {
	const format = (value as { format?: unknown } | null)?.format;
	if (typeof format === "number" && format > formatVersion) {
		throw new ArchiveError(`${file} was made by a newer version of CloudPBX: restore it with that version.`);
	}
	const manifest = Manifest.safeParse(value);
	if (!manifest.success) throw damaged(file, "its manifest cannot be read");
	return manifest.data;
}

function parseJson(file: string, name: string, text: Buffer | string): unknown {
	try {
		return JSON.parse(text.toString());
	} catch {
		throw damaged(file, `${name} is no JSON`);
	}
}

function damaged(file: string, why: string): ArchiveError {
	return new ArchiveError(`${file} is damaged, nothing was restored: ${why}.`);
}
