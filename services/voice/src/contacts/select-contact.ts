import type { Db } from "@cloudpbx/db/open-db";
import { sql } from "drizzle-orm";

/**
 * The contact with this number; no row for a stranger. The tables of contacts are described nowhere in this
 * Worker, which carries no more code than a call needs.
 */
export function selectContact(db: Db, number: string) {
	return db
		.select({ name: sql<string | null>`name`, company: sql<string | null>`company` })
		.from(sql`contacts`)
		.where(sql`number = ${number}`);
}
