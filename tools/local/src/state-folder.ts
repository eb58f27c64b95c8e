import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartError } from "./start-error.ts";

/** Made once a state folder; they open nothing but the local mesh. */
export interface LocalSecrets {
	accountSid: string;
	authToken: string;
	/** Signs session cookies. */
	authSecret: string;
	apiKey: string;
	ownerPassword: string;
	/** Claims the first owner, as an installer's would. */
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

/** How long a mesh that was just killed may take to let go of the folder. */
const lettingGoMilliseconds = 2000;

/** Makes the folder usable, for one mesh at a time, or says in one sentence why it is not. */
export function openStateFolder(folder: string): StateFolder {
	return useFolder(folder, (close) => ({ secrets: readSecrets(join(folder, "secrets.json")), close }));
}

/** Keeps meshes away from the folder until it is called, or says in one sentence why it cannot. */
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

/** Step by step: where no folder can be made, such as below /proc, Node's own `recursive` never returns. */
function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	mkdirSync(folder);
}

/**
 * Two meshes on one folder would spoil its databases. The system lets go of SQLite's lock when its holder dies, however
 * that happens. A process id does not tell: a dead process has it until its end is taken note of, then a stranger gets it.
 */
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

/** A secret that an older version did not know is added; one that is there stays. */
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
