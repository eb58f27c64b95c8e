import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** Makes the folder usable or says in one sentence why it is not. Returns the secrets kept in it. */
export function openStateFolder(folder: string): LocalSecrets {
	if (existsSync(folder) && !statSync(folder).isDirectory()) {
		throw new StartError(
			`The state folder ${folder} is a file: remove it, or name a folder with CLOUDPBX_DATA.`,
		);
	}
	try {
		mkdirSync(folder, { recursive: true });
		refuseSecondMesh(folder);
		return readSecrets(join(folder, "secrets.json"));
	} catch (error) {
		if (error instanceof StartError) throw error;
		throw new StartError(`The state folder ${folder} cannot be used: ${(error as Error).message}.`);
	}
}

export function closeStateFolder(folder: string): void {
	rmSync(join(folder, "mesh.pid"), { force: true });
}

/** Two meshes on one folder would spoil its databases. A file left behind by a killed mesh does not count. */
function refuseSecondMesh(folder: string): void {
	const file = join(folder, "mesh.pid");
	const pid = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
	if (pid && pid !== process.pid && isRunning(pid)) {
		throw new StartError(
			`CloudPBX already runs on ${folder} (process ${pid}): stop it, or set CLOUDPBX_DATA.`,
		);
	}
	writeFileSync(file, String(process.pid));
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

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
