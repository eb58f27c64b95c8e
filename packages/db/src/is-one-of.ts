import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Passes any number of values as one of a statement's 100 parameters. */
export function isOneOf(column: SQLWrapper, values: readonly string[]): SQL {
	return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
