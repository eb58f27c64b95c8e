import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** The people behind numbers, as the company knows them. Sole writer of all tables here: services/admin. */
export const contacts = sqliteTable(
	"contacts",
	{
		id: text("id").primaryKey(),
		/** E.164. */
		number: text("number").notNull(),
		name: text("name"),
		company: text("company"),
		email: text("email"),
		notes: text("notes"),
		/** An IANA name; null: the number's own. */
		timeZone: text("time_zone"),
		/** Two letters of a state or province; null: not known. */
		state: text("state"),
		/** The place in the list: name, company or number, whichever is the first there is, folded to lower case. */
		sortName: text("sort_name").notNull(),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
		/** Grows with every change: a write on an old one is refused. */
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
		/** In lower case: by which tags are the same. */
		folded: text("folded").notNull(),
		/** As it was typed. */
		tag: text("tag").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.contactId, table.folded] }),
		index("contact_tags_tag").on(table.folded, table.contactId),
	],
);

/** The words of a contact's name, company, e-mail and number, folded to lower case: a search finds how they begin. */
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

/**
 * Erasures that are not finished. While a row is here, the triggers of the append-only tables let go of what they hold of its number.
 * Gone when nothing of the person is left.
 */
export const erasures = sqliteTable("erasures", {
	/** E.164. */
	number: text("number").primaryKey(),
	/** The contact's, when there was one: audit entries name it. */
	contactId: text("contact_id"),
	startedAt: integer("started_at", { mode: "timestamp_ms" }).notNull(),
});
