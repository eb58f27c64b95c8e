import { getTableColumns, is, SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/**
 * Selects rows from one JSON parameter, by column name, for `insert(table).select(…)`: a statement of D1 takes 100
 * parameters. `condition` reads a row as `r.value`, with every given field. Absent columns get their default.
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

type RowExpressions<Table extends SQLiteTable> = {
	[Name in keyof Table["$inferInsert"]]: Table["$inferInsert"][Name] | SQL;
};

/**
 * Selects one row by column name, for `insert(table).select(…)`. Each column is a value or an SQL expression; an
 * absent column gets its default. `from` follows the columns and decides how many rows there are.
 */
export function selectRow<Table extends SQLiteTable>(
	table: Table,
	row: RowExpressions<Table>,
	from: SQL = sql`WHERE true`,
): SQL {
	const values: Record<string, unknown> = row;
	const expressions = Object.entries(getTableColumns(table)).map(([name, column]) => {
		const value = values[name] ?? column.default ?? null;
		if (is(value, SQL)) return value;
		return value === null ? sql.raw("NULL") : sql`${column.mapToDriverValue(value)}`;
	});
	return sql`SELECT ${sql.join(expressions, sql`, `)} ${from}`;
}
