import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** People and places that can be reached by three keys. Sole writer: services/provisioning. */
export const extensions = sqliteTable(
	"extensions",
	{
		id: text("id").primaryKey(),
		ext: text("ext").notNull(),
		name: text("name").notNull(),
		department: text("department").notNull().default(""),
		email: text("email").notNull().default(""),
		/** Where it rings; null means voicemail at once. */
		forwardTo: text("forward_to"),
		status: text("status", { enum: ["provisioning", "active", "failed", "inactive"] }).notNull(),
		/** Why it failed, in the owner's words. */
		reason: text("reason"),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [
		// An inactive extension keeps its row for history and gives its three keys back.
		uniqueIndex("extensions_ext_in_use").on(table.ext).where(sql`status <> 'inactive'`),
	],
);

/** Numbers rented from the carrier. Sole writer: services/provisioning. */
export const phoneNumbers = sqliteTable(
	"phone_numbers",
	{
		id: text("id").primaryKey(),
		number: text("number").notNull(),
		carrierId: text("carrier_id"),
		kind: text("kind", { enum: ["toll_free", "local"] }).notNull(),
		/** The extension it rings; null plays the company's menu. */
		extensionId: text("extension_id").references(() => extensions.id),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [
		uniqueIndex("phone_numbers_number").on(table.number),
		index("phone_numbers_extension").on(table.extensionId),
	],
);
