import { settings } from "@cloudpbx/db/schema/admin";
import type { ActorContext } from "../../context.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { loadSettings } from "./load-settings.ts";
import { selectSettingRows } from "./setting-rows.ts";

/** Stores every setting without a row as it is in force. Returns their names; none the second time. */
export async function initDb(ctx: ActorContext): Promise<string[]> {
	const { db, now } = ctx;
	const current = await loadSettings(ctx);
	const [written] = await db.batch([
		db
			.insert(settings)
			.select(selectSettingRows(current, now))
			.onConflictDoNothing()
			.returning({ key: settings.key }),
		recordIfChanged(ctx, { action: "settings.init", target: { kind: "settings", id: null } }),
	]);
	return written.map(({ key }) => key);
}
