import { consentSources } from "@cloudpbx/contracts/words/consent-sources";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Opt-outs of erased persons: a number is known by its hash alone (packages/db/src/erased-opt-outs.ts), so that it is refused
 * when somebody wants to text it again.
 */
export const erasedOptOuts = sqliteTable("erased_opt_outs", {
	/** HMAC-SHA-256 of the E.164 number under the salt, hexadecimal. */
	hash: text("hash").primaryKey(),
	source: text("source", { enum: consentSources }).notNull(),
	at: integer("at", { mode: "timestamp_ms" }).notNull(),
});

/** The installation's salt, made by the first erasure of somebody who opted out, and never changed. */
export const erasureSalts = sqliteTable("erasure_salts", {
	/** Always 1. */
	id: integer("id").primaryKey(),
	/** 32 random bytes, hexadecimal. */
	salt: text("salt").notNull(),
});

/**
 * Calls, messages and voicemail that were erased: triggers ignore rows that late callbacks would make of them again. Writers: voice and
 * messaging, each its own ids. Messaging removes them after a week.
 */
export const erasedItems = sqliteTable(
	"erased_items",
	{
		id: text("id").primaryKey(),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
		/** What the carrier still has of it, below the account: `Messages/SM…`, `Calls/CA…`. Null: nothing, as far as is known. */
		carrierPath: text("carrier_path"),
	},
	(table) => [
		index("erased_items_at").on(table.at),
		index("erased_items_at_carrier").on(table.carrierPath).where(sql`carrier_path IS NOT NULL`),
	],
);
