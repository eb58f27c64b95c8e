import { ArchiveError } from "../archive-error.ts";
import type { Source, Target } from "../store.ts";
import { holdsCompany, loadMigrations, restoreMark } from "../tables.ts";
import { type AccountStore, type AccountStoreOptions, openAccountStore } from "./account-store.ts";
import type { Access } from "./get-access.ts";

/**
 * Reads a company that is in use, campaigns before texts, so that nobody who was texted meanwhile looks untexted.
 */
export async function openAccountSource(
	access: Access,
	prefix: string,
	options?: AccountStoreOptions,
): Promise<Source> {
	const store = await openAccountStore(access, prefix, options);
	if (await isMarked(store)) {
		throw new ArchiveError(`A restore into ${prefix} did not finish: restore it again before you export it.`);
	}
	if ((await loadMigrations(store)).length === 0 || !(await holdsCompany(store))) {
		throw new ArchiveError(`There is no company in ${prefix}: nothing was exported.`);
	}
	return { store, close: async () => undefined };
}

/** An installation without company and Workers. A failed restore is undone by Time Travel, also after a crash. */
export async function openAccountTarget(
	access: Access,
	prefix: string,
	options?: AccountStoreOptions,
): Promise<Target> {
	const store = await openAccountStore(access, prefix, options);
	if (await store.hasWorkers()) {
		throw new ArchiveError(
			`The Workers of ${prefix} are there and would act on half a company: restore into a new prefix, after npm run setup and npm run db:migrate:remote, and before npm run deploy.`,
		);
	}
	await goBackIfMarked(store);
	const migrations = await loadMigrations(store);
	if (migrations.length === 0) {
		throw new ArchiveError(`The database ${prefix} has no tables: run npm run db:migrate:remote first.`);
	}
	if (await holdsCompany(store)) {
		throw new ArchiveError(
			`${prefix} holds a company already, nothing was restored: set up another one with a prefix of its own.`,
		);
	}
	const bookmark = await store.readBookmark();
	await store.query(`CREATE TABLE IF NOT EXISTS ${restoreMark} (bookmark TEXT NOT NULL)`);
	await store.query(`INSERT INTO ${restoreMark} (bookmark) VALUES (?)`, [bookmark]);
	return {
		store,
		hasSameCarrier: true,
		migrateTo: async (wanted) => {
			if (wanted.length === migrations.length && wanted.every((name, index) => name === migrations[index]))
				return;
			const remedy =
				wanted.length > migrations.length
					? "run npm run db:migrate:remote first"
					: "restore it with the version that made it, then upgrade";
			throw new ArchiveError(
				`The archive ends with ${wanted.at(-1)} and ${prefix} with ${migrations.at(-1)}: ${remedy}.`,
			);
		},
		upgrade: async () => undefined,
		finish: async () => {
			await store.query(`DROP TABLE IF EXISTS ${restoreMark}`);
		},
		// Files stay: without a row nobody sees them, and the bucket may have had them before.
		undo: () => store.goBackTo(bookmark),
	};
}

async function goBackIfMarked(store: AccountStore): Promise<void> {
	if (!(await isMarked(store))) return;
	const [row] = await store.query<{ bookmark: string }>(`SELECT bookmark FROM ${restoreMark}`);
	if (row) await store.goBackTo(row.bookmark);
	else await store.query(`DROP TABLE IF EXISTS ${restoreMark}`);
}

async function isMarked(store: AccountStore): Promise<boolean> {
	const rows = await store.query("SELECT 1 AS found FROM sqlite_master WHERE name = ?", [restoreMark]);
	return rows.length > 0;
}
