import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartError } from "./start-error.ts";

/** Made once a state folder; they open nothing but the local mesh. */
export interface LocalSecrets {
	accountSid: string;
	authToken: string;
	authSecret: string;
	apiKey: string;
	ownerPassword: string;
	setupCode: string;
}

const makeSecret: { [Name in keyof LocalSecrets]: () => string } = {
	accountSid: () => `AC${hex(16)}`,
	authToken: () => hex(16),
	authSecret: () => hex(32),
	apiKey: () => `cpbx_${hex(20)}`,
	ownerPassword: () => hex(8),
	setupCode: () => hex(16),
};

export interface StateFolder {
	secrets: LocalSecrets;
	close(): void;
}

/** A mesh that was just killed may hold the folder this long. */
const lettingGoMilliseconds = 2000;

/** Prepares the folder for one mesh at a time; throws a `StartError`. */
export function openStateFolder(folder: string): StateFolder {
	return useFolder(folder, (close) => ({ secrets: readSecrets(join(folder, "secrets.json")), close }));
}

/** Returns the function that unlocks the folder; throws a `StartError`. */
export function lockStateFolder(folder: string): () => void {
	return useFolder(folder, (close) => close);
}

function useFolder<Used>(folder: string, use: (close: () => void) => Used): Used {
	if (existsSync(folder) && !statSync(folder).isDirectory()) {
		throw new StartError(
			`The state folder ${folder} is a file: remove it, or name a folder with CLOUDPBX_DATA.`,
		);
	}
	try {
		makeFolder(folder);
		const lock = lockFolder(folder);
		const close = () => {
			rmSync(join(folder, "mesh.pid"), { force: true });
			lock.close();
		};
		try {
			return use(close);
		} catch (error) {
			close();
			throw error;
		}
	} catch (error) {
		if (error instanceof StartError) throw error;
		throw new StartError(`The state folder ${folder} cannot be used: ${(error as Error).message}.`);
	}
}

/** Step by step: below /proc, Node's own `recursive` never returns. */
function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	mkdirSync(folder);
}

/** SQLite's lock ends with its holder, however that dies; process ids are reused. */
function lockFolder(folder: string): DatabaseSync {
	const lock = new DatabaseSync(join(folder, "mesh.lock"), { timeout: lettingGoMilliseconds });
	const pidFile = join(folder, "mesh.pid");
	try {
		lock.exec("BEGIN EXCLUSIVE");
	} catch (error) {
		lock.close();
		if ((error as { errcode?: number }).errcode !== sqliteBusy) throw error;
		const pid = existsSync(pidFile) ? ` (process ${readFileSync(pidFile, "utf8")})` : "";
		throw new StartError(`CloudPBX already runs on ${folder}${pid}: stop it, or set CLOUDPBX_DATA.`);
	}
	writeFileSync(pidFile, String(process.pid));
	return lock;
}

const sqliteBusy = 5;

function readSecrets(file: string): LocalSecrets {
	const kept = existsSync(file) ? parseSecrets(file) : {};
	const names = Object.keys(makeSecret) as (keyof LocalSecrets)[];
	const secrets = Object.fromEntries(
		names.map((name) => [name, typeof kept[name] === "string" ? kept[name] : makeSecret[name]()]),
	) as unknown as LocalSecrets;
	writeFileSync(file, `${JSON.stringify(secrets, null, "\t")}\n`, { mode: 0o600 });
	return secrets;
}

function parseSecrets(file: string): Partial<LocalSecrets> {
	try {
		return JSON.parse(readFileSync(file, "utf8")) as Partial<LocalSecrets>;
	} catch {
		throw new StartError(`${file} is damaged: restore it, or remove the state folder to begin anew.`);
	}
}

function hex(bytes: number): string {
	return randomBytes(bytes).toString("hex");
}
