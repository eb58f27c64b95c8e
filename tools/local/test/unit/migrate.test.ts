import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";
import { listDeclaredObjects, listMissingObjects, objectsQuery } from "../../src/declared-objects.ts";
import { repositoryRoot } from "../../src/repository-root.ts";
import { openStateFolder } from "../../src/state-folder.ts";

const timeoutMilliseconds = 120_000;
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-migrate-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function migrate() {
	const program = join(repositoryRoot, "tools", "local", "src", "migrate.ts");
	const env = { ...process.env, CLOUDPBX_DATA: folder };
	return spawnSync(process.execPath, [program], { encoding: "utf8", env });
}

it(
	"makes the database in an empty folder, and changes nothing the second time",
	() => {
		const first = migrate();
		expect(first.stderr).toBe("");
		expect(first.status).toBe(0);
		const databases = join(folder, "d1", "miniflare-D1DatabaseObject");
		const files = readdirSync(databases).filter(
			(name) => name.endsWith(".sqlite") && name !== "metadata.sqlite",
		);
		expect(files).toHaveLength(1);
		const database = new DatabaseSync(join(databases, files[0] ?? ""), { readOnly: true });
		const present = database
			.prepare(objectsQuery)
			.all()
			.map(({ type, name }) => ({ type: String(type), name: String(name) }));
		database.close();
		expect(listMissingObjects(listDeclaredObjects(join(repositoryRoot, "migrations")), present)).toEqual([]);
		expect(migrate().stdout).toContain("has every migration already");
	},
	timeoutMilliseconds,
);

it("is the database that the Workers of the mesh open", () => {
	const config = unstable_readConfig({ config: join(repositoryRoot, "services", "admin", "wrangler.jsonc") });
	const { workerOptions } = unstable_getMiniflareWorkerOptions({ ...config, secrets: undefined });
	expect(workerOptions.d1Databases).toEqual({ DB: { id: "DB" } });
});

it(
	"leaves a folder alone that a mesh has",
	() => {
		const state = openStateFolder(folder);
		const { status, stderr } = migrate();
		state.close();
		expect(status).toBe(1);
		expect(stderr).toMatch(/^CloudPBX already runs on /);
		expect(readdirSync(folder)).not.toContain("d1");
	},
	timeoutMilliseconds,
);
