import { settings } from "@cloudpbx/db/schema/admin";
import { type Act, recordIfChanged } from "../audit/record-change.ts";
import { type InstalledSettings, loadSettings } from "./load-settings.ts";
import { selectSettingRows } from "./setting-rows.ts";

/** Writes down every setting that has no row yet, as it is in force now. Answers their names; a second time, none. */
export async function initDb(act: Act, installed: InstalledSettings): Promise<string[]> {
	const { db, now } = act;
	const current = await loadSettings(db, installed);
	const [written] = await db.batch([
		db
			.insert(settings)
			.select(selectSettingRows(current, now))
			.onConflictDoNothing()
			.returning({ key: settings.key }),
		recordIfChanged(act, { action: "settings.init", target: { kind: "settings", id: null } }),
	]);
	return written.map(({ key }) => key);
}
