import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { backup } from "node:sqlite";
import { ArchiveError } from "../archive-error.ts";
import type { Source } from "../store.ts";
import { holdsCompany } from "../tables.ts";
import { isDatabase, listFiles, openToRead } from "./find-databases.ts";
import { serveFolder } from "./serve-folder.ts";
import { settleOpenTexts } from "./settle-open-texts.ts";

const copyPrefix = ".export-";

/** Copies a state folder's company, in use or not, and follows texts at the carrier to their end. */
export async function openCopy(folder: string): Promise<Source> {
	if (!existsSync(join(folder, "d1"))) throw holdsNone(folder);
	removeLeftovers(folder);
	const copy = join(folder, `${copyPrefix}${process.pid}`);
	const remove = () => rmSync(copy, { recursive: true, force: true });
	process.once("exit", remove);
	try {
		await copyState(folder, copy);
		const { store, close } = await serveFolder(copy);
		try {
			const [messages] = await store.query("SELECT 1 AS found FROM sqlite_master WHERE name = 'messages'");
			if (!messages || !(await holdsCompany(store))) throw holdsNone(folder);
			await settleOpenTexts(folder, store);
		} catch (error) {
			await close();
			throw error;
		}
		return { store, close: () => close().finally(remove) };
	} catch (error) {
		remove();
		throw error;
	}
}

/** The database first: a file that is there later than its row is exported, a row later than its file is not. */
async function copyState(folder: string, copy: string): Promise<void> {
	for (const part of ["d1", "r2"]) {
		for (const file of listFiles(join(folder, part))) {
			const to = join(copy, relative(folder, file));
			mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
			if (isDatabase(file)) await copyDatabase(file, to);
			else if (!/-(wal|shm|journal)$/.test(file)) linkFile(file, to);
		}
	}
}

async function copyDatabase(file: string, to: string): Promise<void> {
	const database = openToRead(file);
	try {
		// All pages in one step: between steps a writer would restart it.
		await backup(database, to, { rate: 2 ** 31 - 1 });
	} finally {
		database.close();
	}
}

function linkFile(file: string, to: string): void {
	try {
		linkSync(file, to);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ENOENT") return;
		if (code !== "EXDEV" && code !== "EPERM" && code !== "ENOTSUP") throw error;
		copyFileSync(file, to);
	}
}

function removeLeftovers(folder: string): void {
	for (const name of readdirSync(folder)) {
		const pid = name.startsWith(copyPrefix) ? Number(name.slice(copyPrefix.length)) : Number.NaN;
		if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

function holdsNone(folder: string): ArchiveError {
	return new ArchiveError(`There is no company in ${folder}: name its state folder with CLOUDPBX_DATA.`);
}
