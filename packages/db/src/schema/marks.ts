import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * What each Worker has last done unseen: `cron`, and the dead letters of each of its queues by the queue's name. Writers: every
 * Worker its own rows.
 */
export const serviceMarks = sqliteTable(
	"service_marks",
	{
		service: text("service", {
			enum: ["voice", "messaging", "campaigns", "provisioning", "admin"],
		}).notNull(),
		name: text("name").notNull(),
		/** How often, ever. */
		count: integer("count").notNull().default(1),
		/** The last time. */
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [primaryKey({ columns: [table.service, table.name] })],
);
