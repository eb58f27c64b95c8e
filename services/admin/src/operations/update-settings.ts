import type { Settings, UpdateSettings } from "@cloudpbx/contracts/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { sql } from "drizzle-orm";
import { changedFields } from "../domain/changed-fields.ts";
import { type InstalledSettings, loadSettings } from "./load-settings.ts";
import { type Act, recordChange } from "./record-change.ts";
import { settingRows } from "./setting-rows.ts";

/** Stores what differs from what is in force, so that untouched settings keep following the installer's values. */
export async function updateSettings(
	act: Act,
	installed: InstalledSettings,
	input: UpdateSettings,
): Promise<Settings> {
	const { db, now } = act;
	const current = await loadSettings(db, installed);
	const next: Settings = { ...current, ...input };
	const change = changedFields(current, next);
	if (change === null) return current;
	await db.batch([
		db
			.insert(settings)
			.values(settingRows(change.after, now))
			.onConflictDoUpdate({
				target: settings.key,
				set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` },
			}),
		recordChange(act, { action: "settings.update", target: { kind: "settings", id: null }, ...change }),
	]);
	return next;
}
