import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Any number of values in one parameter of a statement, which takes 100. */
export function isOneOf(column: SQLWrapper, values: readonly string[]): SQL {
	return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
