import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";

/** A quarter of a second on a laptop; D1 ends statements after 30 s. */
const textsPerStatement = 5000;
const statementsMax = 20;

/** Newest first. Sweeps may overlap. Returns the number of statements that moved texts; 0 when all are moved. */
export async function moveSearch({ db }: Context): Promise<number> {
	for (let count = 0; count < statementsMax; count++) {
		const [state] = await db.all<{ isFilled: number; isWaiting: number }>(
			sql`SELECT EXISTS (SELECT 1 FROM messages_fts_docsize) AS isFilled, EXISTS (${waiting}) AS isWaiting`,
		);
		if (!state?.isFilled) return count;
		if (!state.isWaiting) {
			await db.run(
				sql`INSERT INTO messages_fts (messages_fts) SELECT 'delete-all' WHERE NOT EXISTS (${waiting})`,
			);
			return count;
		}
		await db.run(sql`INSERT INTO messages_search (rowid, body)
			SELECT position, body FROM (${waiting} ORDER BY position DESC LIMIT ${textsPerStatement}) ORDER BY position`);
	}
	return statementsMax;
}

const waiting = sql`SELECT position, body FROM messages
	WHERE position < coalesce((SELECT min(id) FROM messages_search_docsize), ${Number.MAX_SAFE_INTEGER})`;
