import type { BucketName, Store } from "./store.ts";

export interface Table {
	name: string;
	columns: string[];
	/** The columns of its primary key, in order. */
	key: string[];
}

/** There while an installation in a Cloudflare account is being restored: the way back. */
export const restoreMark = "restore_in_progress";

/** Tables that no archive holds. */
const leftBehind = new Set([
	restoreMark,
	// The manifest names the migrations; the restored database keeps its own book.
	"d1_migrations",
	// Their tokens would be secrets, and are signed with one that stays where it is: everybody signs in again.
	"sessions",
	// Tries of the last minutes.
	"sign_in_attempts",
	// Nobody is told of the days before.
	"notices",
	"notice_events",
	// Telephones that ring at this moment.
	"call_legs",
	// Made of other tables' rows; the restore writes it anew.
	"office",
	"event_ears",
	// What happened elsewhere and nobody was told of, and the log of who was: nothing of it is told twice.
	"office_events",
	"webhook_deliveries",
	// A restored webhook is paused until somebody makes it a new one.
	"webhook_secrets",
	// Four digits are found from their hash within minutes: PINs are set anew.
	"greeting_pins",
	// Recordings of calls that were going on. What was kept is the extension's.
	"greeting_recordings",
]);

/** What an installer writes before there is a company. */
const installersTables = new Set([
	"audit_events",
	"number_checks",
	"number_orders",
	"phone_numbers",
	"settings",
	"setup_codes",
]);

/** D1 refuses every look at its own tables. */
const isOurs = "m.type = 'table' AND substr(m.name, 1, 4) <> '_cf_' AND substr(m.name, 1, 7) <> 'sqlite_'";

/** The columns that name files. What no row names is not exported. */
export const objectColumns: readonly { bucket: BucketName; table: string; column: string }[] = [
	{ bucket: "voicemail", table: "voicemails", column: "audio_key" },
	{ bucket: "voicemail", table: "extensions", column: "greeting_audio" },
	{ bucket: "media", table: "message_media", column: "media_key" },
];

/** Settings that name files, as JSON. */
export const objectSettings: readonly { bucket: BucketName; key: string }[] = [
	{ bucket: "voicemail", key: "mainGreetingAudio" },
	{ bucket: "voicemail", key: "closedGreetingAudio" },
];

/**
 * The tables of an archive, in the order in which they are read and written: what is referred to comes first, and so do
 * campaigns before texts. Where a system in use is read table by table, a text is then at most better known than its recipient,
 * and whoever asks for it again finds it.
 */
export async function loadTables(store: Store): Promise<Table[]> {
	const columns = await store.query<{ table: string; column: string; key: number; sql: string }>(
		`SELECT m.name AS "table", p.name AS "column", p.pk AS "key", m.sql FROM sqlite_master m JOIN pragma_table_info(m.name) p
			WHERE ${isOurs} ORDER BY m.name, p.cid`,
	);
	const virtual = [...new Set(columns.filter(({ sql }) => isVirtual(sql)).map(({ table }) => table))];
	const isCarried = (name: string) =>
		!leftBehind.has(name) && !virtual.some((index) => name === index || name.startsWith(`${index}_`));
	const tables = new Map<string, typeof columns>();
	for (const column of columns) {
		if (isCarried(column.table)) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
	}
	const found = [...tables].map(([name, rows]) => ({
		name,
		columns: rows.map(({ column }) => column),
		key: rows
			.filter(({ key }) => key > 0)
			.sort((one, other) => one.key - other.key)
			.map(({ column }) => column),
	}));
	return sortByReference(found, await loadReferences(store));
}

/** Whether somebody has moved in: rows beyond what an installer writes. */
export async function holdsCompany(store: Store): Promise<boolean> {
	for (const { name } of await loadTables(store)) {
		if (installersTables.has(name)) continue;
		const [row] = await store.query(`SELECT 1 AS found FROM "${name}" LIMIT 1`);
		if (row) return true;
	}
	return false;
}

/** The migrations that were applied, in order; none where the database is empty. */
export async function loadMigrations(store: Store): Promise<string[]> {
	const [book] = await store.query("SELECT 1 AS found FROM sqlite_master WHERE name = 'd1_migrations'");
	if (!book) return [];
	const rows = await store.query<{ name: string }>("SELECT name FROM d1_migrations ORDER BY id");
	return rows.map(({ name }) => name);
}

function isVirtual(sql: string): boolean {
	return /^\s*CREATE\s+VIRTUAL\s+TABLE/i.test(sql);
}

async function loadReferences(store: Store): Promise<Map<string, string[]>> {
	const rows = await store.query<{ table: string; to: string }>(
		`SELECT m.name AS "table", f."table" AS "to" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
			WHERE ${isOurs}`,
	);
	const references = new Map<string, string[]>();
	for (const { table, to } of rows) references.set(table, [...(references.get(table) ?? []), to]);
	return references;
}

/** By name, but behind what is referred to. */
function sortByReference(tables: Table[], references: Map<string, string[]>): Table[] {
	const sorted: Table[] = [];
	const place = (table: Table) => {
		if (sorted.includes(table)) return;
		for (const to of references.get(table.name) ?? []) {
			const before = tables.find(({ name }) => name === to && name !== table.name);
			if (before) place(before);
		}
		sorted.push(table);
	};
	for (const table of tables) place(table);
	return sorted;
}
