import { getTableColumns, is, SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/**
 * All columns of a table out of one JSON parameter, for `insert(table).select(…)`: a statement of D1 takes 100 parameters,
 * an invocation so many statements. Conditions know the row as `r.value`, with every field it was given.
 */
export function selectRows<Table extends SQLiteTable>(
	table: Table,
	rows: readonly Table["$inferInsert"][],
	condition: SQL = sql`true`,
): SQL {
	const columns = Object.entries(getTableColumns(table));
	const encoded = rows.map((row: Record<string, unknown>) => ({
		...row,
		...Object.fromEntries(
			columns.map(([name, column]) => {
				const value = row[name] === undefined && !is(column.default, SQL) ? column.default : row[name];
				return [name, value === undefined || value === null ? null : column.mapToDriverValue(value)];
			}),
		),
	}));
	const fields = columns.map(([name]) => sql.raw(`r.value ->> '$.${name}'`));
	return sql`SELECT ${sql.join(fields, sql`, `)} FROM json_each(${JSON.stringify(encoded)}) r WHERE ${condition}`;
}
