import { selectRow } from "@cloudpbx/db/json-rows";
import { settings } from "@cloudpbx/db/schema/admin";
import { type SQL, sql } from "drizzle-orm";

/** Rows for `insert(settings).select(…)`. Null is stored as JSON's null: SQL's would mean no value. */
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
