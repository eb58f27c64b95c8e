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

/** A row by the names of its columns; each is a value or an expression of SQL. */
type RowExpressions<Table extends SQLiteTable> = {
	[Name in keyof Table["$inferInsert"]]: Table["$inferInsert"][Name] | SQL;
};

/**
 * One row for `insert(table).select(…)`, whose columns are expressions. `from` is what follows the columns: it decides whether,
 * and how often, there is a row. Columns that are left out get their default.
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
