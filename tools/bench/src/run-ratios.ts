import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@cloudpbx/local/check-port";
import { startMesh } from "@cloudpbx/local/start-mesh";
import { measureRatios, type Ratio } from "./measure-ratios.ts";
import { targets } from "./targets.ts";

/** Longer than a measurement: queued work waits, and crons do not come. */
const afterwardsSeconds = 3600;

/**
 * Runs our Workers and the minimal one in one process, with production's bundles and configuration. Queued work is
 * not measured: in production it runs on another machine.
 */
export async function runRatios(pace: {
	rounds: number;
	requests: number;
	concurrency: number;
}): Promise<Ratio[]> {
	const dataFolder = mkdtempSync(join(tmpdir(), "cloudpbx-bench-"));
	const mesh = await startMesh({
		port: await freePort(),
		dataFolder,
		cronSeconds: afterwardsSeconds,
		values: { BURST_SECONDS: afterwardsSeconds },
		guests: [{ folder: "tools/bench", routes: ["*/minimal/*"] }],
	});
	try {
		const database = await mesh.miniflare.getD1Database("DB", "cloudpbx-bench-minimal");
		await database.batch([
			database.prepare("CREATE TABLE greetings (number TEXT PRIMARY KEY, greeting TEXT NOT NULL)"),
			database.prepare(
				"CREATE TABLE happenings (id TEXT PRIMARY KEY, from_number TEXT NOT NULL, to_number TEXT NOT NULL, at INTEGER NOT NULL)",
			),
			database.prepare("INSERT INTO greetings VALUES ('+18005550100', 'Thank you for calling.')"),
		]);
		const { authToken } = JSON.parse(readFileSync(join(dataFolder, "secrets.json"), "utf8")) as {
			authToken: string;
		};
		return await measureRatios(targets, { publicUrl: mesh.url, authToken, ...pace });
	} finally {
		await mesh.stop();
		rmSync(dataFolder, { recursive: true, force: true });
	}
}
