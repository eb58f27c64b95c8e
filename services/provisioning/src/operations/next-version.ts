import type { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { getTableColumns, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** The version of a row once these values are written to it: the next one when any of them is new. */
export function nextVersion(
	table: typeof extensions | typeof phoneNumbers,
	values: Record<string, string | null | undefined>,
): SQL {
	const columns: Record<string, SQLWrapper> = getTableColumns(table);
	const isNew = Object.entries(values)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => sql`${columns[name]} IS NOT ${value}`);
	return sql`${table.version} + (${sql.join([sql`0`, ...isNew], sql` OR `)})`;
}
