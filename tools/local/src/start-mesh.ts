import { randomUUID } from "node:crypto";
import { createWriteStream, rmSync, type WriteStream, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { applyMigrations } from "./apply-migrations.ts";
import { checkPort } from "./check-port.ts";
import { demoOwner } from "./demo-company.ts";
import { nearName } from "./far-database/put-database-far.ts";
import { readMeshWorkers } from "./mesh-workers.ts";
import type { LocalValues, WorkerPlace } from "./read-worker-options.ts";
import { migrationsFolder } from "./repository-root.ts";
import { type LocalAccess, seedAccess } from "./seed-access.ts";
import { type CarrierAccess, seedDemo } from "./seed-demo.ts";
import { StartError } from "./start-error.ts";
import { openStateFolder } from "./state-folder.ts";

export interface MeshOptions {
	port: number;
	/** State in miniflare's layout, and `mesh.log`. */
	dataFolder: string;
	cronSeconds?: number;
	sweepAfterSeconds?: number;
	retryBaseSeconds?: number;
	/** Additional delay of each round trip to D1; 0: no relay. */
	d1DelayMilliseconds?: number;
	/** Vars and secrets that replace the mesh's. */
	values?: LocalValues;
	guests?: WorkerPlace[];
}

type Database = Awaited<ReturnType<Miniflare["getD1Database"]>>;

export interface Mesh {
	url: string;
	isFreshlySeeded: boolean;
	access: LocalAccess;
	miniflare: Miniflare;
	database: Database;
	stop(): Promise<void>;
}

/** Starts all Workers and the simulated network on one origin, with the demo company. Expects built Workers. */
export async function startMesh(options: MeshOptions): Promise<Mesh> {
	const { port, dataFolder, cronSeconds = 20, sweepAfterSeconds = 20, retryBaseSeconds = 0.5 } = options;
	const { d1DelayMilliseconds = 0 } = options;
	await checkPort(port);
	const folder = resolve(dataFolder);
	const state = openStateFolder(folder);
	const { secrets } = state;
	const { accountSid, authToken, authSecret } = secrets;
	const apiKey = process.env.CLOUDPBX_API_KEY || secrets.apiKey;
	const url = `http://localhost:${port}`;
	const carrier: CarrierAccess = { apiUrl: `${url}/simulator`, accountSid, authToken, publicUrl: url };
	const meshFile = join(folder, "mesh.json");
	const readyMark = randomUUID();
	const logFile = createWriteStream(join(folder, "mesh.log"), { flags: "a" });
	const values = {
		ENVIRONMENT: "local",
		AUTH_SECRET: authSecret,
		PUBLIC_URL: url,
		VOICE_URL: url,
		MESSAGING_URL: url,
		DASHBOARD_URL: url,
		NOTICE_EMAIL_FROM: "notices@acme.example",
		// Short, so that a summary can be watched.
		NOTICE_FLOOD_SECONDS: 60,
		PHONES_URL: `${url}/simulator/`,
		READY_MARK: readyMark,
		TWILIO_API_URL: carrier.apiUrl,
		TWILIO_ACCOUNT_SID: accountSid,
		TWILIO_AUTH_TOKEN: authToken,
		RETRY_BASE_SECONDS: retryBaseSeconds,
		SETTLE_AFTER_SECONDS: 60,
		SWEEP_AFTER_SECONDS: sweepAfterSeconds,
		// The local queue delivers one batch at a time: a campaign of another number waits this long.
		RUN_SECONDS: 15,
		RUN_BATCHES: 1000,
		CLAIM_SECONDS: 20,
		WEBHOOK_LOOPBACK: "allowed",
		...options.values,
	};
	const workers = await readMeshWorkers(values, d1DelayMilliseconds, options.guests);
	const converted = convertV4MiniflareOptions({ workers, host: "127.0.0.1", port, cf: false });
	const miniflare = new Miniflare({
		...converted,
		resourcePersistencePath: folder,
		log: new Log(LogLevel.NONE),
		handleStructuredLogs: ({ level, message }) =>
			logFile.write(`${new Date().toISOString()} ${level} ${message}\n`),
	});
	const crons = setInterval(() => void runCrons(miniflare, workers, logFile), cronSeconds * 1000);
	const stop = async () => {
		clearInterval(crons);
		rmSync(meshFile, { force: true });
		await miniflare.dispose();
		await new Promise((closed) => logFile.end(closed));
		state.close();
	};
	try {
		await miniflare.ready;
		const binding = d1DelayMilliseconds === 0 ? "DB" : nearName("DB");
		const database = await miniflare.getD1Database(binding, "cloudpbx-admin");
		const isFreshlySeeded = await prepareDatabase(database, carrier, folder);
		const access = { ...demoOwner, password: secrets.ownerPassword, apiKey, setupCode: secrets.setupCode };
		await seedAccess(database, access);
		await markReady(database, readyMark);
		if (!options.values) await checkReady(url);
		writeFileSync(meshFile, JSON.stringify({ url, apiKey }), { mode: 0o600 });
		return { url, isFreshlySeeded, access, miniflare, database, stop };
	} catch (error) {
		await stop().catch(() => undefined);
		throw error;
	}
}

async function runCrons(
	miniflare: Miniflare,
	workers: { name: string; cronTriggers?: string[] }[],
	logFile: WriteStream,
): Promise<void> {
	for (const { name, cronTriggers = [] } of workers) {
		for (const cron of cronTriggers) {
			try {
				const worker = await miniflare.getWorker(name);
				await worker.scheduled({ cron });
			} catch (error) {
				logFile.write(`${new Date().toISOString()} error cron of ${name}: ${(error as Error).message}\n`);
			}
		}
	}
}

async function prepareDatabase(database: Database, carrier: CarrierAccess, folder: string): Promise<boolean> {
	try {
		const check = await database.prepare("PRAGMA quick_check(1)").first<{ quick_check: string }>();
		if (check?.quick_check !== "ok") throw damaged(folder);
	} catch {
		throw damaged(folder);
	}
	await applyMigrations(database, migrationsFolder);
	// The first request to the network, which has its own database.
	const network = await fetch(`${carrier.publicUrl}/simulator/control/account`);
	if (!network.ok) throw damaged(folder);
	return seedDemo(database, carrier);
}

/** `/api/health` answers 200 from here on. */
async function markReady(database: Database, readyMark: string): Promise<void> {
	await database
		.prepare("INSERT OR REPLACE INTO settings (key, value, updated_at) VALUES ('readyMark', ?, ?)")
		.bind(JSON.stringify(readyMark), Date.now())
		.run();
}

function damaged(folder: string): StartError {
	return new StartError(
		`A database in ${folder} is damaged: restore the folder, or remove it to begin anew.`,
	);
}

async function checkReady(url: string): Promise<void> {
	const health = await fetch(`${url}/api/health`);
	if (!health.ok) throw new StartError(`The mesh is not healthy: ${await health.text()}`);
}
