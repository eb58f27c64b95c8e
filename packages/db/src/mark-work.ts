import type { ServiceName } from "@cloudpbx/contracts/health";
import { sql } from "drizzle-orm";
import type { Db } from "./open-db.ts";
import { serviceMarks } from "./schema/marks.ts";

/** Marks a successful cron. */
export function markCron(db: Db, service: ServiceName, at: Date): Promise<unknown> {
	return mark(db, { service, name: "cron", count: 1, at });
}

/** Adds `count` messages that failed every try. */
export function markDeadLetters(
	db: Db,
	service: ServiceName,
	{ queue, count, at }: { queue: string; count: number; at: Date },
): Promise<unknown> {
	return mark(db, { service, name: queue, count, at });
}

function mark(db: Db, row: typeof serviceMarks.$inferInsert): Promise<unknown> {
	return db
		.insert(serviceMarks)
		.values(row)
		.onConflictDoUpdate({
			target: [serviceMarks.service, serviceMarks.name],
			set: {
				count: sql`${serviceMarks.count} + excluded.count`,
				at: sql`max(${serviceMarks.at}, excluded.at)`,
			},
		});
}
