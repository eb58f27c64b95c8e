import type { BucketName, Store } from "./store.ts";

export interface Table {
	name: string;
	columns: string[];
	key: string[];
}

/** Exists during a restore into a Cloudflare account; holds the way back. */
export const restoreMark = "restore_in_progress";

const leftBehind = new Set([
	restoreMark,
	// The manifest names the migrations; the restored database keeps its own list.
	"d1_migrations",
	// Tokens are secrets; people sign in again.
	"sessions",
	"sign_in_attempts",
	"notices",
	"notice_events",
	"call_legs",
	// Derived; the restore writes it anew.
	"office",
	"event_ears",
	"office_events",
	"webhook_deliveries",
	// A restored webhook is paused until it has a new secret.
	"webhook_secrets",
	// A short PIN can be found from its hash.
	"greeting_pins",
	// Recordings of calls in progress.
	"greeting_recordings",
]);

const installersTables = new Set([
	"audit_events",
	"number_checks",
	"number_orders",
	"phone_numbers",
	"settings",
	"setup_codes",
]);

/** D1 refuses access to its own tables. */
const isOurs = "m.type = 'table' AND substr(m.name, 1, 4) <> '_cf_' AND substr(m.name, 1, 7) <> 'sqlite_'";

/** Columns that name files. Other files are not exported. */
export const objectColumns: readonly { bucket: BucketName; table: string; column: string }[] = [
	{ bucket: "voicemail", table: "voicemails", column: "audio_key" },
	{ bucket: "voicemail", table: "extensions", column: "greeting_audio" },
	{ bucket: "media", table: "message_media", column: "media_key" },
];

export const objectSettings: readonly { bucket: BucketName; key: string }[] = [
	{ bucket: "voicemail", key: "mainGreetingAudio" },
	{ bucket: "voicemail", key: "closedGreetingAudio" },
];

/**
 * Tables in order of reading and writing: referenced ones first, campaigns before texts, so that in a system in use
 * a text is never older than its recipient.
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

/** True when there are rows beyond an installer's. */
export async function holdsCompany(store: Store): Promise<boolean> {
	for (const { name } of await loadTables(store)) {
		if (installersTables.has(name)) continue;
		const [row] = await store.query(`SELECT 1 AS found FROM "${name}" LIMIT 1`);
		if (row) return true;
	}
	return false;
}

/** Applied migrations in order; none for an empty database. */
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
