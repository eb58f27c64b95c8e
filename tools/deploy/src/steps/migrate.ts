import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
	listDeclaredObjects,
	listMissingObjects,
	migrationNames,
	objectsQuery,
	type SchemaObject,
} from "@cloudpbx/local/declared-objects";
import { migrationsFolder } from "@cloudpbx/local/repository-root";
import { writeConfig } from "../configs/write-config.ts";
import { type Deployment, databasePath } from "../deployment.ts";
import { Obstacle, type Step, step } from "../plan/step.ts";
import { readOutput } from "../wrangler.ts";

/** Stores a point to which the database can be taken back. */
export function keepBookmark(deployment: Deployment, database: string): Step {
	let isKept = false;
	return step<{ pending: string[]; isNew: boolean }>({
		name: "Time Travel bookmark",
		explain: [
			"Before a database with something in it is changed: notes where D1 can take it back to, and how (`npm run wrangler -- d1 time-travel restore`).",
		],
		find: async () => {
			const applied = await appliedMigrations(deployment);
			const pending = migrationNames(migrationsFolder).filter((name) => !applied.includes(name));
			return { pending, isNew: applied.length === 0 };
		},
		differs: ({ pending, isNew }) =>
			pending.length === 0 || isNew || isKept ? null : "noting the state before the migration",
		apply: async ({ pending }) => {
			const output = await deployment.wrangler(
				["d1", "time-travel", "info", database, "--json"],
				deployment.facts.accountId,
			);
			const { bookmark } = readOutput<{ bookmark?: string }>(output);
			if (!bookmark) throw new Obstacle("D1 gave no bookmark.", "Try again.");
			const before = pending[0] ?? "";
			const { bookmarks } = deployment.memory.read();
			deployment.memory.change({
				bookmarks: [...bookmarks, { at: new Date().toISOString(), bookmark, before }],
			});
			deployment.closing.push(
				`To take the database back to before ${before}: npm run wrangler -- d1 time-travel restore ${database} --bookmark=${bookmark}`,
			);
			isKept = true;
		},
	});
}

interface Level {
	pending: string[];
	missing: string[];
}

/** Applies migrations and checks that each table, index, trigger and view exists. */
export function migrate(deployment: Deployment, database: string): Step {
	return step<Level>({
		name: "Migrations",
		explain: [
			"Applies the migrations that the database does not have, in order (wrangler d1 migrations apply).",
			"Then compares tables, indexes, triggers and views by name with what the migrations declare, and stops if one is missing.",
		],
		find: async () => {
			const applied = await appliedMigrations(deployment);
			const names = migrationNames(migrationsFolder);
			const unknown = applied.filter((name) => !names.includes(name));
			if (unknown.length > 0) {
				throw new Obstacle(
					`the database is newer than this version: it has ${unknown.join(", ")}.`,
					"Deploy the newer version.",
				);
			}
			const present = await deployment.cloudflare.query<SchemaObject>(databasePath(deployment), objectsQuery);
			return {
				pending: names.filter((name) => !applied.includes(name)),
				missing: listMissingObjects(listDeclaredObjects(migrationsFolder), present),
			};
		},
		differs: ({ pending, missing }) => {
			if (pending.length > 0) return `applying ${pending.join(", ")}`;
			return missing.length > 0 ? `the database lacks ${missing.join(", ")}` : null;
		},
		apply: async ({ pending, missing }) => {
			if (pending.length === 0) {
				throw new Obstacle(
					`all migrations are applied, and still the database lacks ${missing.join(", ")}.`,
					"Take it back to the bookmark in the installation's file, or make what is missing by the statements of migrations/.",
				);
			}
			const folder = join(deployment.folder, "database");
			mkdirSync(folder, { recursive: true });
			const config = writeConfig(folder, {
				name: database,
				compatibility_date: "2026-10-01",
				d1_databases: [
					{
						binding: "DB",
						database_name: database,
						database_id: deployment.facts.databaseId,
						migrations_dir: migrationsFolder,
					},
				],
			});
			await deployment.wrangler(
				["d1", "migrations", "apply", database, "--remote", "--config", config],
				deployment.facts.accountId,
			);
		},
	});
}

/** None when the database is new: wrangler makes the table. */
async function appliedMigrations(deployment: Deployment): Promise<string[]> {
	const path = databasePath(deployment);
	const [table] = await deployment.cloudflare.query(
		path,
		"SELECT name FROM sqlite_master WHERE name = 'd1_migrations'",
	);
	if (!table) return [];
	const rows = await deployment.cloudflare.query<{ name: string }>(
		path,
		"SELECT name FROM d1_migrations ORDER BY id",
	);
	return rows.map(({ name }) => name);
}
