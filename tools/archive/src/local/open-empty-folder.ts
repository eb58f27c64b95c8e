import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockStateFolder } from "@cloudpbx/local/state-folder";
import { ArchiveError } from "../archive-error.ts";
import type { Store, Target } from "../store.ts";
import { holdsCompany } from "../tables.ts";
import { listFiles, openToRead } from "./find-databases.ts";
import { type ServedFolder, serveFolder } from "./serve-folder.ts";

/** The company is assembled here and moved into place at the end. */
const workName = ".restore";

/** The database comes last: without it there is no company. */
const parts = ["r2", "d1"];

/** A state folder without a company, locked against meshes. Throws when it holds one or is in use. */
export async function openEmptyFolder(folder: string): Promise<Target> {
	const isNew = !existsSync(folder);
	const lockFile = join(folder, "mesh.lock");
	const wasLocked = existsSync(lockFile);
	const unlock = lockStateFolder(folder);
	const work = join(folder, workName);
	let served: ServedFolder | null = null;
	const remove = () => rmSync(work, { recursive: true, force: true });
	process.once("exit", remove);
	const leave = () => {
		remove();
		unlock();
	};
	const undo = async () => {
		await served?.close();
		leave();
		if (!wasLocked) rmSync(lockFile, { force: true });
		if (isNew) rmdirSync(folder);
	};
	try {
		await refuseCompany(folder);
		remove();
		mkdirSync(work, { mode: 0o700 });
		served = await serveFolder(work);
	} catch (error) {
		await undo();
		throw error;
	}
	const { store, migrate, close } = served;
	return {
		store,
		hasSameCarrier: false,
		migrateTo: (migrations) => migrate((name) => migrations.includes(name)),
		upgrade: () => migrate(),
		finish: async () => {
			const hasDemoOwner = await findDemoOwner(store);
			await close();
			for (const part of parts) {
				rmSync(join(folder, part), { recursive: true, force: true });
				if (existsSync(join(work, part))) renameSync(join(work, part), join(folder, part));
			}
			if (hasDemoOwner) keepPassword(folder);
			leave();
		},
		undo,
	};
}

/** A damaged database may hold a company all the same. */
async function refuseCompany(folder: string): Promise<void> {
	for (const file of listFiles(join(folder, "d1")).filter((name) => name.endsWith(".sqlite"))) {
		const database = openToRead(file);
		try {
			const query = async (sql: string, params: readonly (string | number | null)[] = []) =>
				database.prepare(sql).all(...params) as never;
			const none = async () => null;
			const isCompany = await holdsCompany({ query, getObject: none, putObject: async () => undefined });
			if (!isCompany) continue;
		} finally {
			database.close();
		}
		throw new ArchiveError(
			`${folder} holds a company already, nothing was restored: name an empty folder with CLOUDPBX_DATA.`,
		);
	}
}

async function findDemoOwner(store: Store): Promise<boolean> {
	const owners = await store.query(
		"SELECT 1 AS found FROM users JOIN accounts ON user_id = users.id WHERE origin = 'development'",
	);
	return owners.length > 0;
}

/** `npm start` shows the demo owner's password; a new one would not match. */
function keepPassword(folder: string): void {
	const file = join(folder, "secrets.json");
	if (existsSync(file)) return;
	writeFileSync(file, `${JSON.stringify({ ownerPassword: "as-before-the-export" })}\n`, { mode: 0o600 });
}
