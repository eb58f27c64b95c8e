import { getAccess } from "./cloudflare/get-access.ts";
import { openAccountSource } from "./cloudflare/open-account.ts";
import type { Manifest } from "./manifest.ts";
import { readFlags } from "./read-flags.ts";
import { plural, resolveFile, runProgram, stateFolder } from "./run-program.ts";
import type { Source } from "./store.ts";
import { refuseExisting, writeArchive } from "./write-archive.ts";

await runProgram(async () => {
	const { file: name, prefix } = readFlags("export", process.argv.slice(2));
	const file = resolveFile(name);
	refuseExisting(file);
	const createdAt = new Date();
	const { store, close } = await openSource(prefix);
	try {
		return describe(file, await writeArchive(store, file, createdAt));
	} finally {
		await close();
	}
});

async function openSource(prefix: string | null): Promise<Source> {
	if (prefix !== null) return openAccountSource(await getAccess(), prefix);
	const { openCopy } = await import("./local/open-copy.ts");
	return openCopy(stateFolder);
}

function describe(file: string, { createdAt, tables, objects }: Manifest): string {
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	const lines = [
		`Exported to ${file}: ${plural(rows, "row")} of ${plural(tables.length, "table")} and ${plural(objects.count, "file")}, as of ${createdAt}.`,
		"It holds everything but secrets, also what contacts wrote and said, and hashes of passwords and keys: keep it as you keep them.",
	];
	if (objects.missing > 0)
		lines.push(`${plural(objects.missing, "file")} named by a row could not be found.`);
	return lines.join("\n");
}
