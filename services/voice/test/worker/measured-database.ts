/** Counts what a handler costs: round trips (statements alone or batches) and the rows D1 says it touched. */
export function measureDatabase(database: D1Database) {
	const cost = { roundTrips: 0, rowsRead: 0, rowsWritten: 0 };
	const count = (results: D1Result[]) => {
		cost.roundTrips += 1;
		for (const { meta } of results) {
			cost.rowsRead += meta.rows_read;
			cost.rowsWritten += meta.rows_written;
		}
	};
	const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
	const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
		const wrapped = {
			bind: (...values: unknown[]) => wrap(statement.bind(...values)),
			all: async () => one(await statement.all()),
			run: async () => one(await statement.run()),
			// raw() itself reports no cost, and an array of a row's values is all that it adds.
			raw: async () =>
				one(await statement.all<Record<string, unknown>>()).results.map((row) => Object.values(row)),
		} as unknown as D1PreparedStatement;
		originals.set(wrapped, statement);
		return wrapped;
	};
	const one = <Row>(result: D1Result<Row>): D1Result<Row> => {
		count([result]);
		return result;
	};
	const measured = {
		prepare: (sql: string) => wrap(database.prepare(sql)),
		batch: async (statements: D1PreparedStatement[]) => {
			const results = await database.batch(
				statements.map((statement) => originals.get(statement) ?? statement),
			);
			count(results);
			return results;
		},
	} as unknown as D1Database;
	return { database: measured, cost };
}
