import { consentKinds } from "@cloudpbx/contracts/texts/opt-outs";
import { consentSources } from "@cloudpbx/contracts/words/consent-sources";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Append-only: triggers refuse changes, and deletions outside an erasure. */
export const consentEvents = sqliteTable(
	"consent_events",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		/** The source, such as a message and its kind: repeated reports are stored once. */
		key: text("key").notNull(),
		number: text("number").notNull(),
		kind: text("kind", { enum: consentKinds }).notNull(),
		source: text("source", { enum: consentSources }).notNull(),
		words: text("words"),
		reason: text("reason"),
		messageId: text("message_id"),
		actorId: text("actor_id"),
		actorName: text("actor_name"),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [
		uniqueIndex("consent_events_key").on(table.key),
		index("consent_events_number").on(table.number, table.id),
		index("consent_events_number_at").on(table.number, table.at),
	],
);

/** Present opt-outs. An opt-in removes the row; `consent_events` keeps both. */
export const optOuts = sqliteTable(
	"opt_outs",
	{
		number: text("number").primaryKey(),
		source: text("source", { enum: consentSources }).notNull(),
		words: text("words"),
		reason: text("reason"),
		messageId: text("message_id"),
		actorName: text("actor_name"),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [index("opt_outs_at").on(table.at, table.number)],
);

/** Pairs that the carrier blocks although the contact wrote START to another of our numbers. */
export const closedPairs = sqliteTable(
	"closed_pairs",
	{
		ourNumber: text("our_number").notNull(),
		contactNumber: text("contact_number").notNull(),
		errorCode: integer("error_code").notNull(),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [primaryKey({ columns: [table.contactNumber, table.ourNumber] })],
);
