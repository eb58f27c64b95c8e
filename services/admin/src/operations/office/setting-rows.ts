import { selectRow } from "@cloudpbx/db/json-rows";
import { settings } from "@cloudpbx/db/schema/admin";
import { type SQL, sql } from "drizzle-orm";

/** Values as rows of `settings`, for `insert(settings).select(…)`. A null is JSON's: SQL's would mean that there is none. */
export function selectSettingRows(
	values: Record<string, unknown>,
	now: Date,
	condition: SQL = sql`true`,
): SQL {
	const rows = Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]);
	return selectRow(
		settings,
		{ key: sql`r.value ->> 0`, value: sql`r.value ->> 1`, updatedAt: now },
		sql`FROM json_each(${JSON.stringify(rows)}) r WHERE ${condition}`,
	);
}
