import { drizzle } from "drizzle-orm/d1";

/** The typed door to D1. Tables are imported from `@cloudpbx/db/schema/*`, each owned by one Worker. */
export function openDb(database: D1Database) {
	return drizzle(database);
}

export type Db = ReturnType<typeof openDb>;
