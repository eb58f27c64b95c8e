import type { Db } from "@cloudpbx/db/open-db";
import { sql } from "drizzle-orm";

/** No row for a stranger. Plain SQL: the tables' description would be more code than a call needs. */
export function selectContact(db: Db, number: string) {
	return db
		.select({ name: sql<string | null>`name`, company: sql<string | null>`company` })
		.from(sql`contacts`)
		.where(sql`number = ${number}`);
}
