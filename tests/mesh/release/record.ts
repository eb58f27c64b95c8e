import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { startTestMesh } from "../set-up/test-mesh.ts";
import { dumpDatabase } from "./dump-database.ts";
import type { ReleaseFacts } from "./facts.ts";
import { useCompany } from "./use-company.ts";

/**
 * `node tests/mesh/release/record.ts 1.2.0`, in a built checkout of that release, writes the state of its local
 * mesh to `tests/mesh/releases/1.2.0`.
 */
const release = process.argv[2];
if (!release || !/^\d+\.\d+\.\d+$/.test(release)) {
	console.error("Name the release: node tests/mesh/release/record.ts 1.2.0");
	process.exit(1);
}

const secrets = {
	accountSid: `AC${"0".repeat(32)}`,
	authToken: "0".repeat(32),
	authSecret: "0".repeat(64),
	apiKey: `cpbx_${"0".repeat(40)}`,
	ownerPassword: "0".repeat(16),
	setupCode: "0".repeat(32),
};
const dumps = { company: "d1_migrations", network: "phones" };
/** Audio and the network's history, which a later mesh does not need. */
const withoutRows = ["recording_audio", "media_bytes", "webhooks", "timeline", "heard"];

const dataFolder = mkdtempSync(join(tmpdir(), "cloudpbx-record-"));
try {
	writeFileSync(join(dataFolder, "secrets.json"), JSON.stringify(secrets));
	const mesh = await startTestMesh({ dataFolder });
	const used = await useCompany(mesh).finally(() => mesh.stop());

	const folder = join(import.meta.dirname, "..", "releases", release);
	mkdirSync(folder, { recursive: true });
	const facts: ReleaseFacts = { url: mesh.url, files: {}, secrets, ...used };
	for (const [name, table] of Object.entries(dumps)) {
		const file = findDatabase(table);
		writeFileSync(join(folder, `${name}.sql`), dumpDatabase(file, withoutRows));
		facts.files[`${name}.sql`] = relative(dataFolder, file).replaceAll("\\", "/");
	}
	writeFileSync(join(folder, "facts.json"), `${JSON.stringify(facts, null, "\t")}\n`);
	console.log(`Recorded in ${folder}.`);
} finally {
	rmSync(dataFolder, { recursive: true });
}

function findDatabase(table: string): string {
	const files = readdirSync(dataFolder, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".sqlite"))
		.map((name) => join(dataFolder, name));
	const found = files.find((file) => {
		const database = new DatabaseSync(file, { readOnly: true });
		try {
			return database.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(table) !== undefined;
		} finally {
			database.close();
		}
	});
	if (!found) throw new Error(`No database of the state folder has a table ${table}.`);
	return found;
}
