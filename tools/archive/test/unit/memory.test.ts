import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

/** 120,000 rows are 30 MB of text, 40 files 40 MB: neither fits into the process's memory. */
const program = `
	import { mkdtempSync, rmSync } from "node:fs";
	import { tmpdir } from "node:os";
	import { join } from "node:path";
	import { writeArchive } from ${JSON.stringify(join(import.meta.dirname, "../../src/write-archive.ts"))};
	import { verifyArchive } from ${JSON.stringify(join(import.meta.dirname, "../../src/read-archive.ts"))};

	const rowsMax = 120_000;
	const filesMax = 40;
	const body = "espresso ".repeat(25);
	let bytesMax = 0;
	function look() {
		bytesMax = Math.max(bytesMax, process.memoryUsage().arrayBuffers);
	}
	async function query(sql, params = []) {
		look();
		if (sql.includes("pragma_table_info")) {
			return [["call_events", "id"], ["call_events", "body"], ["voicemails", "id"], ["voicemails", "audio_key"]]
				.map(([table, column]) => ({ table, column, key: column === "id" ? 1 : 0, sql: "" }));
		}
		if (sql.includes("d1_migrations")) return [{ name: "0000_cloudpbx.sql", found: 1 }];
		if (!sql.includes("ORDER BY")) return [];
		const from = Number(params[0] ?? -1) + 1;
		const end = sql.includes("call_events") ? rowsMax : sql.includes("voicemails") ? filesMax : 0;
		const count = Math.min(1000, end - from);
		return Array.from({ length: Math.max(0, count) }, (_, index) => ({ id: from + index, body, audio_key: "a" + (from + index) }));
	}
	const store = {
		query,
		getObject: async () => ({ bytes: Buffer.alloc(1_000_000, 7), contentType: "audio/mpeg" }),
		putObject: async () => undefined,
	};
	const folder = mkdtempSync(join(tmpdir(), "cloudpbx-memory-"));
	const file = join(folder, "a.tgz");
	await writeArchive(store, file, new Date());
	setInterval(look, 5).unref();
	const { tables, objects } = await verifyArchive(file);
	rmSync(folder, { recursive: true });
	console.log(JSON.stringify({ rows: tables[0].rows, files: objects.count, megabytes: Math.round(bytesMax / 1e6) }));
`;

it("holds a page of rows or a file in memory, however long the tables are", () => {
	const { stdout, stderr } = spawnSync(
		process.execPath,
		["--max-old-space-size=32", "--input-type=module", "--eval", program],
		{ encoding: "utf8" },
	);
	expect(stderr).toBe("");
	const seen = JSON.parse(stdout) as { rows: number; files: number; megabytes: number };
	expect(seen).toMatchObject({ rows: 120_000, files: 40 });
	expect(seen.megabytes).toBeLessThan(25);
}, 60_000);
