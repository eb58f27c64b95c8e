/** For tests: counts round trips, statements, and the rows that D1 reports. */
export function measureDatabase(database: D1Database) {
	const cost = { roundTrips: 0, statements: 0, rowsRead: 0, rowsWritten: 0 };
	const count = (results: D1Result[]) => {
		cost.roundTrips += 1;
		cost.statements += results.length;
		for (const { meta } of results) {
			cost.rowsRead += meta.rows_read;
			cost.rowsWritten += meta.rows_written;
		}
	};
	const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
	const wrap = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
		const wrapped = {
			bind: (...values: unknown[]) => wrap(sql, statement.bind(...values)),
			all: async () => one(await statement.all()),
			run: async () => one(await statement.run()),
			// raw() reports no cost, and all() loses columns of the same name, so a read runs twice.
			raw: async () => {
				const result = one(await statement.all<Record<string, unknown>>());
				return /^select/i.test(sql) ? statement.raw() : result.results.map((row) => Object.values(row));
			},
		} as unknown as D1PreparedStatement;
		originals.set(wrapped, statement);
		return wrapped;
	};
	const one = <Row>(result: D1Result<Row>): D1Result<Row> => {
		count([result]);
		return result;
	};
	const measured = {
		prepare: (sql: string) => wrap(sql, database.prepare(sql)),
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
