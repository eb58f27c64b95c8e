import { Version } from "@cloudpbx/contracts/version";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { sql } from "drizzle-orm";

/** Reads and writes of one version, until a write is refused: each is lost only to another write that was saved in between. */
export const attemptsMax = 5;

/** The version inside a stored value; 1 before the first write. */
export function readVersionInside(value: unknown): number {
	const version = Version.safeParse((value as { version?: unknown } | undefined)?.version);
	return version.success ? version.data : 1;
}

/**
 * Stores a setting whose version is inside of its value, unless somebody has stored another version than `current` meanwhile: then it
 * answers no row.
 */
export function storeVersioned<Value extends { version: number }>(
	db: Db,
	setting: { key: string; value: Value },
	current: number,
	now: Date,
) {
	return db
		.insert(settings)
		.values({ ...setting, updatedAt: now })
		.onConflictDoUpdate({
			target: settings.key,
			set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` },
			setWhere: sql`CASE json_type(${settings.value}, '$.version') WHEN 'integer' THEN ${settings.value} ->> 'version' ELSE 1 END = ${current}`,
		})
		.returning({ key: settings.key });
}
