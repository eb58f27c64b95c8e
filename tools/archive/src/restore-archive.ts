import { readdirSync } from "node:fs";
import { migrationsFolder } from "@cloudpbx/local/repository-root";

import { ArchiveError } from "./archive-error.ts";
import { fillStore } from "./fill-store.ts";
import type { Manifest } from "./manifest.ts";
import { verifyArchive } from "./read-archive.ts";
import { type Settled, settleRestored } from "./settle-restored.ts";
import type { Target } from "./store.ts";

/** Reads the archive to its end before it writes; a failed restore leaves nothing. */
export async function restoreArchive(
	file: string,
	openTarget: () => Promise<Target>,
	now: () => Date = () => new Date(),
): Promise<{ manifest: Manifest; settled: Settled }> {
	const manifest = await verifyArchive(file);
	checkMigrations(file, manifest);
	const target = await openTarget();
	try {
		await target.migrateTo(manifest.migrations);
		await fillStore(target.store, file, manifest);
		await target.upgrade();
		const createdAt = new Date(manifest.createdAt);
		const { store, hasSameCarrier } = target;
		const settled = await settleRestored(store, { createdAt, hasSameCarrier }, now());
		await target.finish();
		return { manifest, settled };
	} catch (error) {
		await target.undo();
		throw error;
	}
}

/** The archive's migrations must be the first of ours. */
function checkMigrations(file: string, { migrations }: Manifest): void {
	const ours = readdirSync(migrationsFolder)
		.filter((name) => name.endsWith(".sql"))
		.sort();
	if (migrations.every((name, index) => name === ours[index])) return;
	throw new ArchiveError(
		`${file} was made by a newer or another version of CloudPBX (${migrations.at(-1)}): restore it with that version.`,
	);
}
