import { drizzle } from "drizzle-orm/d1";

/** Tables are imported from `@cloudpbx/db/schema/*`; each has one writing Worker. */
export function openDb(database: D1Database) {
	return drizzle(database);
}

export type Db = ReturnType<typeof openDb>;
