import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openCopy } from "../../src/local/open-copy.ts";
import { openEmptyFolder } from "../../src/local/open-empty-folder.ts";
import { serveFolder } from "../../src/local/serve-folder.ts";
import { restoreArchive } from "../../src/restore-archive.ts";
import { writeArchive } from "../../src/write-archive.ts";
import { companyAt, fillCompany } from "../fill-company.ts";
import { openMemoryStore } from "../memory-store.ts";

const now = () => new Date(companyAt + 60_000);

let parent = "";
let file = "";
let folder = "";

beforeEach(async () => {
	parent = mkdtempSync(join(tmpdir(), "cloudpbx-empty-"));
	file = join(parent, "company.tgz");
	folder = join(parent, "state");
	const company = openMemoryStore();
	fillCompany(company);
	await writeArchive(company, file, now());
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

it("takes a folder that was only migrated, and what comes out is what went in", async () => {
	const migrated = await serveFolder(folder);
	await migrated.migrate();
	await migrated.close();
	const { manifest } = await restoreArchive(file, () => openEmptyFolder(folder), now);
	expect(existsSync(join(folder, ".restore"))).toBe(false);
	// From an export that was killed: no process has such a number.
	mkdirSync(join(folder, ".export-4194305"));
	const { store, close } = await openCopy(folder);
	const again = await writeArchive(store, join(parent, "again.tgz"), now());
	await close();
	expect(readdirSync(folder).filter((name) => name.startsWith(".export"))).toEqual([]);
	const isSettings = ({ name }: { name: string }) => name === "settings";
	expect(again.tables.filter((table) => !isSettings(table))).toEqual(
		manifest.tables.filter((table) => !isSettings(table)),
	);
	expect(again.objects).toEqual(manifest.objects);
	await expect(openEmptyFolder(folder)).rejects.toThrow("holds a company already");
}, 300_000);

it.each([
	["is not there", false],
	["is empty", true],
])(
	"leaves a folder that %s as it was when the restoring fails",
	async (_, isThere) => {
		if (isThere) mkdirSync(folder);
		const open = async () => {
			const target = await openEmptyFolder(folder);
			return { ...target, migrateTo: () => Promise.reject(new Error("The disk is full.")) };
		};
		await expect(restoreArchive(file, open, now)).rejects.toThrow("The disk is full.");
		expect(existsSync(folder)).toBe(isThere);
		if (isThere) expect(readdirSync(folder)).toEqual([]);
	},
	120_000,
);

it("refuses a folder whose database cannot be read: it may hold a company", async () => {
	mkdirSync(join(folder, "d1"), { recursive: true });
	writeFileSync(join(folder, "d1", "company.sqlite"), "spoilt ".repeat(2000));
	await expect(openEmptyFolder(folder)).rejects.toThrow("cannot be read");
	await expect(openCopy(folder)).rejects.toThrow("cannot be read");
	expect(readdirSync(folder)).toEqual(["d1"]);
});

it("exports nothing where there is no company", async () => {
	await expect(openCopy(folder)).rejects.toThrow("There is no company in");
	expect(existsSync(folder)).toBe(false);
});
