import { consentSources } from "@cloudpbx/contracts/words/consent-sources";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Opt-outs of erased persons, by the number's hash, so that texts to it are refused. */
export const erasedOptOuts = sqliteTable("erased_opt_outs", {
	/** HMAC-SHA-256 of the E.164 number under the salt, hexadecimal. */
	hash: text("hash").primaryKey(),
	source: text("source", { enum: consentSources }).notNull(),
	at: integer("at", { mode: "timestamp_ms" }).notNull(),
});

/** Made by the first erasure of an opted-out person, and never changed. */
export const erasureSalts = sqliteTable("erasure_salts", {
	id: integer("id").primaryKey(),
	salt: text("salt").notNull(),
});

/** Erased items: triggers ignore late callbacks about them for a week. Writers: voice and messaging. */
export const erasedItems = sqliteTable(
	"erased_items",
	{
		id: text("id").primaryKey(),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
		/** The carrier's copy, below the account: `Messages/SM…`, `Calls/CA…`. Null: none known. */
		carrierPath: text("carrier_path"),
	},
	(table) => [
		index("erased_items_at").on(table.at),
		index("erased_items_at_carrier").on(table.carrierPath).where(sql`carrier_path IS NOT NULL`),
	],
);
