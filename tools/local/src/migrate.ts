import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { applyMigrations } from "./apply-migrations.ts";
import {
	listDeclaredObjects,
	listMissingObjects,
	objectsQuery,
	type SchemaObject,
} from "./declared-objects.ts";
import { getDataFolder, migrationsFolder } from "./repository-root.ts";
import { StartError } from "./start-error.ts";
import { openStateFolder } from "./state-folder.ts";

/** `npm run db:migrate`: migrates the database of `npm start` without starting anything. */
const dataFolder = getDataFolder();

try {
	const applied = await migrate();
	console.log(
		applied.length === 0
			? `The database in ${dataFolder} has every migration already.`
			: `The database in ${dataFolder} has ${applied.length} more: ${applied.join(", ")}.`,
	);
} catch (error) {
	console.error(error instanceof StartError ? error.message : error);
	process.exitCode = 1;
}

async function migrate(): Promise<string[]> {
	const state = openStateFolder(dataFolder);
	try {
		return await migrateState();
	} finally {
		state.close();
	}
}

/** Named by the same binding as in the mesh, so that it is the same file. */
async function migrateState(): Promise<string[]> {
	const options = convertV4MiniflareOptions({
		workers: [
			{
				name: "migrate",
				modules: true,
				script: "export default { fetch: () => new Response() };",
				compatibilityDate: "2026-10-01",
				d1Databases: { DB: "DB" },
			},
		],
		cf: false,
	});
	const miniflare = new Miniflare({
		...options,
		resourcePersistencePath: dataFolder,
		log: new Log(LogLevel.NONE),
	});
	try {
		const database = await miniflare.getD1Database("DB");
		const applied = await applyMigrations(database, migrationsFolder);
		const { results } = await database.prepare(objectsQuery).all<SchemaObject>();
		const missing = listMissingObjects(listDeclaredObjects(migrationsFolder), results);
		if (missing.length === 0) return applied;
		throw new StartError(`The database in ${dataFolder} lacks ${missing.join(", ")}.`);
	} finally {
		await miniflare.dispose();
	}
}
