import { Version } from "@cloudpbx/contracts/version";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { sql } from "drizzle-orm";

/** Maximum attempts; each is lost only to a concurrent write. */
export const attemptsMax = 5;

export function readVersionInside(value: unknown): number {
	const version = Version.safeParse((value as { version?: unknown } | undefined)?.version);
	return version.success ? version.data : 1;
}

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
