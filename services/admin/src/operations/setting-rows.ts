import { sql } from "drizzle-orm";

/** Values as rows of `settings`. A null is JSON's: Drizzle would make it SQL's, which means "no such row" here. */
export function settingRows(values: Record<string, unknown>, now: Date) {
	return Object.entries(values).map(([key, value]) => ({
		key,
		value: value === null ? sql`'null'` : value,
		updatedAt: now,
	}));
}
