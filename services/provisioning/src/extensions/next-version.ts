import type { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { type Column, getTableColumns, type SQL, sql } from "drizzle-orm";

/** The next version when any of these values is new. */
export function nextVersion(
	table: typeof extensions | typeof phoneNumbers,
	values: Record<string, unknown>,
): SQL {
	const columns: Record<string, Column> = getTableColumns(table);
	const isNew = Object.entries(values)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => {
			const column = columns[name];
			return sql`${column} IS NOT ${value === null ? null : column?.mapToDriverValue(value)}`;
		});
	return sql`${table.version} + (${sql.join([sql`0`, ...isNew], sql` OR `)})`;
}
