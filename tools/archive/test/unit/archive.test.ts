import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { restoreArchive } from "../../src/restore-archive.ts";
import { loadTables, objectColumns } from "../../src/tables.ts";
import { refuseExisting, writeArchive } from "../../src/write-archive.ts";
import { companyAt, fillCompany, insertText } from "../fill-company.ts";
import { type MemoryStore, memoryTarget, migrations, openMemoryStore } from "../memory-store.ts";

const now = () => new Date(companyAt + 60_000);

let folder = "";
let file = "";
let store: MemoryStore;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-archive-"));
	file = join(folder, "company.tgz");
	store = openMemoryStore();
	fillCompany(store);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function rowsOf({ database }: MemoryStore, table: string) {
	return database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
}

it("brings every row, every file, the counters and the search back", async () => {
	await writeArchive(store, file, now());
	const target = memoryTarget();
	await restoreArchive(file, async () => target, now);
	expect(target.end).toBe("finished");
	const tables = await loadTables(store);
	expect(tables.length).toBeGreaterThan(25);
	for (const { name } of tables) {
		const rows = rowsOf(store, name).filter(({ key }) => key !== "readyMark");
		expect(rowsOf(target.store, name), name).toEqual(rows);
	}
	expect(target.store.objects).toEqual(store.objects);
	expect(rowsOf(target.store, "sqlite_sequence")).toEqual(
		expect.arrayContaining([
			{ name: "messages", seq: 4 },
			{ name: "message_events", seq: 2 },
		]),
	);
	const found = "SELECT rowid FROM messages_search WHERE messages_search MATCH 'espresso'";
	expect(target.store.database.prepare(found).all()).toEqual([{ rowid: 1 }]);
});

it("leaves the triggers as they were: they count and guard again", async () => {
	await writeArchive(store, file, now());
	const { store: restored, ...target } = memoryTarget();
	await restoreArchive(file, async () => ({ ...target, store: restored }), now);
	const triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name";
	expect(restored.database.prepare(triggers).all()).toEqual(store.database.prepare(triggers).all());
	for (const one of [store, restored]) insertText(one, { id: "msg_9", body: "espresso again" });
	expect(rowsOf(restored, "text_days")).toEqual(rowsOf(store, "text_days"));
	expect(() => restored.database.exec("DELETE FROM consent_events")).toThrow("kept for good");
});

it("holds no session, and nobody but its owner may read it", async () => {
	await writeArchive(store, file, now());
	expect(statSync(file).mode & 0o777).toBe(0o600);
	const text = gunzipSync(readFileSync(file)).toString();
	expect(text).not.toContain("session-token-that-opens-the-door");
	expect(text).toContain("scrypt$hash");
});

it("brings an archive of older migrations to this version", async () => {
	const old = migrations.slice(0, 10);
	const source = openMemoryStore(old);
	source.database.exec(
		`INSERT INTO calls (id, carrier_id, direction, to_number, status, started_at)
			VALUES ('call_1', 'CA1', 'inbound', '+14155550101', 'completed', ${companyAt});
		INSERT INTO messages (id, conversation_id, direction, author, category, from_number, to_number, body, segments, status, status_at, created_at)
			VALUES ('msg_1', 'conv_1', 'inbound', 'contact', 'transactional', '+1', '+2', 'An espresso', 1, 'received', ${companyAt}, ${companyAt})`,
	);
	await writeArchive(source, file, now());
	const target = memoryTarget();
	await restoreArchive(file, async () => target, now);
	expect(rowsOf(target.store, "call_days")).toHaveLength(1);
	const found = await target.store.query(
		"SELECT rowid FROM messages_fts WHERE messages_fts MATCH 'espresso'",
	);
	expect(found).toHaveLength(1);
});

it("refuses to overwrite what is there, except an empty file", async () => {
	await writeArchive(store, file, now());
	expect(() => refuseExisting(file)).toThrow("exists already");
	const empty = join(folder, "empty");
	writeFileSync(empty, "");
	expect(() => refuseExisting(empty)).not.toThrow();
});

it("says which folder is not there", async () => {
	await expect(writeArchive(store, join(folder, "no", "a.tgz"), now())).rejects.toThrow("cannot be written");
});

it("leaves no part of a file behind when the reading fails", async () => {
	store.getObject = async () => {
		throw new Error("R2 is away");
	};
	await expect(writeArchive(store, file, now())).rejects.toThrow("R2 is away");
	expect(() => statSync(file)).toThrow();
});

it("knows every column that names a file", async () => {
	const columns = (await loadTables(store)).flatMap(({ name, columns }) =>
		columns.filter((column) => /_(key|audio)$/.test(column)).map((column) => ({ table: name, column })),
	);
	expect(columns).toEqual(
		expect.arrayContaining(objectColumns.map(({ table, column }) => ({ table, column }))),
	);
	expect(columns).toHaveLength(objectColumns.length);
});

it("reads campaigns before texts, and what is referred to before what refers", async () => {
	const names = (await loadTables(store)).map(({ name }) => name);
	const pairs = [
		["campaign_recipients", "messages"],
		["campaign_cursors", "message_events"],
		["message_events", "messages"],
		["extensions", "phone_numbers"],
		["extensions", "number_orders"],
	];
	for (const [first = "", second = ""] of pairs) {
		expect(names.indexOf(first), `${first}, ${second}`).toBeLessThan(names.indexOf(second));
	}
});
