import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { extract, pack } from "tar-stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ArchiveError } from "../../src/archive-error.ts";
import { restoreArchive } from "../../src/restore-archive.ts";
import { writeArchive } from "../../src/write-archive.ts";
import { companyAt, fillCompany } from "../fill-company.ts";
import { openMemoryStore } from "../memory-store.ts";

interface Entry {
	name: string;
	text: string;
}

let folder = "";
let whole: Buffer;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-spoilt-"));
	const file = join(folder, "whole.tgz");
	const store = openMemoryStore();
	fillCompany(store);
	await writeArchive(store, file, new Date(companyAt));
	whole = readFileSync(file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rewrites the archive's entries; the file stays valid. */
async function rewrite(change: (entries: Entry[]) => Entry[]): Promise<Buffer> {
	const entries: Entry[] = [];
	const tar = extract();
	tar.end(gunzipSync(whole));
	for await (const entry of tar) {
		const chunks: Buffer[] = [];
		for await (const chunk of entry) chunks.push(chunk as Buffer);
		entries.push({ name: entry.header.name, text: Buffer.concat(chunks).toString("latin1") });
	}
	const out = pack();
	for (const { name, text } of change(entries)) out.entry({ name }, Buffer.from(text, "latin1"));
	out.finalize();
	const chunks: Buffer[] = [];
	for await (const chunk of out) chunks.push(chunk as Buffer);
	return gzipSync(Buffer.concat(chunks));
}

function edit(pattern: RegExp, change: (text: string) => string) {
	return () =>
		rewrite((entries) =>
			entries.map(({ name, text }) => ({ name, text: pattern.test(name) ? change(text) : text })),
		);
}

function flip(offset: number): Buffer {
	const bytes = Buffer.from(whole);
	bytes[offset] = (bytes[offset] ?? 0) ^ 0x10;
	return bytes;
}

const ways: [string, () => Buffer | Promise<Buffer>, string | RegExp][] = [
	["is empty", () => Buffer.alloc(0), "damaged"],
	["is something else", () => Buffer.from("<html>not an archive</html>"), "is no archive"],
	["is compressed, but no archive", () => gzipSync("hello ".repeat(500)), "is no archive"],
	["lacks its second half", () => whole.subarray(0, whole.length / 2), "its end is missing"],
	["lacks its last byte", () => whole.subarray(0, -1), "its end is missing"],
	["has a bit that changed", () => flip(Math.floor(whole.length / 2)), "damaged"],
	["has a checksum that changed", () => flip(whole.length - 6), "bytes of it have changed"],
	["has no manifest", () => rewrite((entries) => entries.slice(0, -1)), "it has no manifest"],
	[
		"lacks a table",
		() => rewrite((entries) => entries.filter(({ name }) => !name.includes("/calls/"))),
		"the table calls",
	],
	[
		"has a changed row",
		edit(/messages\//, (text) => text.replace("Espresso", "Espressi")),
		"the table messages",
	],
	["has a row too many", edit(/calls\//, (text) => text + text), "the table calls"],
	["has a row that is cut off", edit(/calls\//, (text) => text.slice(0, -1)), "cut off"],
	["has a row that is no JSON", edit(/calls\//, (text) => `${text}{\n`), "is no JSON"],
	["has changed audio", edit(/objects\/0000001$/, (text) => `${text}x`), "vm_1.mp3 is not what was exported"],
	[
		"lacks audio",
		() => rewrite((entries) => entries.filter(({ name }) => name !== "objects/0000001")),
		"objects/0000001 is missing",
	],
	[
		"has a stranger among its entries",
		() => rewrite((entries) => [{ name: "../../etc/passwd", text: "root" }, ...entries]),
		"does not belong there",
	],
	[
		"has two manifests",
		() => rewrite((entries) => [...entries, ...entries.slice(-1)]),
		"follows its manifest",
	],
	["has a manifest of another kind", edit(/manifest/, () => "[]"), "its manifest cannot be read"],
	[
		"is of a newer format",
		edit(/manifest/, (text) => text.replace('"format": 1', '"format": 2')),
		"newer version",
	],
	[
		"has migrations that this version does not know",
		edit(/manifest/, (text) => text.replace("0011_rollups", "0011_folded")),
		"newer or another version",
	],
];

it.each(ways)("refuses an archive that %s, before anything is opened", async (_, spoil, words) => {
	const file = join(folder, "spoilt.tgz");
	writeFileSync(file, await spoil());
	const failure = await restoreArchive(file, () => Promise.reject(new Error("It was opened."))).catch(
		(error: Error) => error,
	);
	expect(failure).toBeInstanceOf(ArchiveError);
	expect((failure as Error).message).toMatch(words);
	expect((failure as Error).message).not.toContain("\n");
});

it("refuses a file that is not there, and a folder", async () => {
	const open = () => Promise.reject(new Error("It was opened."));
	await expect(restoreArchive(join(folder, "none"), open)).rejects.toThrow("There is no file");
	await expect(restoreArchive(folder, open)).rejects.toThrow("is no file");
});
