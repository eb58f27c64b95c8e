import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The last `cron` of each Worker, and its dead letters by queue. Each Worker writes its own rows. */
export const serviceMarks = sqliteTable(
	"service_marks",
	{
		service: text("service", {
			enum: ["voice", "messaging", "campaigns", "provisioning", "admin"],
		}).notNull(),
		name: text("name").notNull(),
		count: integer("count").notNull().default(1),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [primaryKey({ columns: [table.service, table.name] })],
);
