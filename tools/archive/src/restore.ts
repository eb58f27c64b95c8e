import { getAccess } from "./cloudflare/get-access.ts";
import { openAccountTarget } from "./cloudflare/open-account.ts";
import type { Manifest } from "./manifest.ts";
import { readFlags } from "./read-flags.ts";
import { restoreArchive } from "./restore-archive.ts";
import { plural, resolveFile, runProgram, stateFolder } from "./run-program.ts";
import type { Settled } from "./settle-restored.ts";
import type { Target } from "./store.ts";

await runProgram(async () => {
	const { file: name, prefix } = readFlags("restore", process.argv.slice(2));
	const file = resolveFile(name);
	const { manifest, settled } = await restoreArchive(file, () => openTarget(prefix));
	return describe(manifest, settled);
});

async function openTarget(prefix: string | null): Promise<Target> {
	if (prefix !== null) return openAccountTarget(await getAccess(), prefix);
	const { openEmptyFolder } = await import("./local/open-empty-folder.ts");
	return openEmptyFolder(stateFolder);
}

function describe({ createdAt, tables, objects }: Manifest, settled: Settled): string {
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	const lines = [
		`Restored the company as of ${createdAt}: ${plural(rows, "row")} of ${plural(tables.length, "table")} and ${plural(objects.count, "file")}.`,
	];
	const { campaignsPaused, campaignsUnscheduled, textsUnknown } = settled;
	if (campaignsPaused > 0) {
		lines.push(
			`${plural(campaignsPaused, "campaign")} that was sending is paused: resume it if nothing was sent since.`,
		);
	}
	if (campaignsUnscheduled > 0) {
		lines.push(`${plural(campaignsUnscheduled, "campaign")} whose time has passed is a draft again.`);
	}
	if (textsUnknown > 0) {
		lines.push(`${plural(textsUnknown, "text")} may have been sent or not, and count as failed.`);
	}
	lines.push(
		"Everybody signs in again. Numbers are taken up by Repair in the dashboard, or POST /api/numbers/{id}/repair.",
	);
	return lines.join("\n");
}
