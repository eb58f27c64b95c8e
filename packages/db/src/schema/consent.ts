import { consentKinds } from "@cloudpbx/contracts/texts/opt-outs";
import { consentSources } from "@cloudpbx/contracts/words/consent-sources";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Every opt-out and opt-in, append-only: triggers refuse changes, and deletions except those of an erasure. */
export const consentEvents = sqliteTable(
	"consent_events",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		/** What it came from, such as a message and its kind: told twice it is stored once. */
		key: text("key").notNull(),
		/** E.164. */
		number: text("number").notNull(),
		kind: text("kind", { enum: consentKinds }).notNull(),
		source: text("source", { enum: consentSources }).notNull(),
		/** What the contact wrote. */
		words: text("words"),
		/** What a person wrote. */
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

/** Who is opted out now, of everything this company sends. An opt-in removes the row; the ledger keeps both. */
export const optOuts = sqliteTable(
	"opt_outs",
	{
		/** E.164. */
		number: text("number").primaryKey(),
		source: text("source", { enum: consentSources }).notNull(),
		words: text("words"),
		reason: text("reason"),
		/** The text by which it came about. */
		messageId: text("message_id"),
		actorName: text("actor_name"),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [index("opt_outs_at").on(table.at, table.number)],
);

/**
 * Pairs of numbers between which the carrier refuses texts although the contact wants them: the contact wrote STOP to this number
 * of ours, and START to another one later. Texts to the contact from our other numbers go out.
 */
export const closedPairs = sqliteTable(
	"closed_pairs",
	{
		ourNumber: text("our_number").notNull(),
		/** E.164. */
		contactNumber: text("contact_number").notNull(),
		/** The carrier's. */
		errorCode: integer("error_code").notNull(),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [primaryKey({ columns: [table.contactNumber, table.ourNumber] })],
);
