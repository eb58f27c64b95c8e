import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Sole writer of all tables here: services/admin. */
export const contacts = sqliteTable(
	"contacts",
	{
		id: text("id").primaryKey(),
		number: text("number").notNull(),
		name: text("name"),
		company: text("company"),
		email: text("email"),
		notes: text("notes"),
		/** An IANA name; null: the number's own. */
		timeZone: text("time_zone"),
		state: text("state"),
		/** The first of name, company and number, in lower case. */
		sortName: text("sort_name").notNull(),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
		version: integer("version").notNull().default(1),
	},
	(table) => [
		uniqueIndex("contacts_number").on(table.number),
		index("contacts_sort").on(table.sortName, table.id),
	],
);

export const contactTags = sqliteTable(
	"contact_tags",
	{
		contactId: text("contact_id").notNull(),
		folded: text("folded").notNull(),
		tag: text("tag").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.contactId, table.folded] }),
		index("contact_tags_tag").on(table.folded, table.contactId),
	],
);

export const contactWords = sqliteTable(
	"contact_words",
	{
		word: text("word").notNull(),
		contactId: text("contact_id").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.word, table.contactId] }),
		index("contact_words_contact").on(table.contactId),
	],
);

/** Unfinished erasures. Triggers of the append-only tables allow deletions of these numbers. */
export const erasures = sqliteTable("erasures", {
	number: text("number").primaryKey(),
	/** Audit entries name it. Null: there was no contact. */
	contactId: text("contact_id"),
	startedAt: integer("started_at", { mode: "timestamp_ms" }).notNull(),
});
