import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What an owner changed, one row a key, JSON values. Sole writer: services/admin. */
export const settings = sqliteTable("settings", {
	key: text("key").primaryKey(),
	value: text("value", { mode: "json" }).$type<unknown>().notNull(),
	updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});
