import type { SQLWrapper } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Db } from "./open-db.ts";

const dialect = new SQLiteAsyncDialect();

/** Runs SQL or query builders in one transaction and one round trip. Returns the rows without mapping. */
export async function runBatch(
	db: Db,
	statements: readonly SQLWrapper[],
): Promise<Record<string, unknown>[][]> {
	const prepared = statements.map((statement) => {
		const { sql, params } = dialect.sqlToQuery(statement.getSQL());
		return db.$client.prepare(sql).bind(...params);
	});
	const results = await db.$client.batch<Record<string, unknown>>(prepared);
	return results.map((result) => result.results);
}
