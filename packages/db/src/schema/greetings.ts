import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * The PIN of whoever may record an extension's greeting by telephone. Its wrong tries are counted, since the number of a caller can be
 * forged.
 */
export const greetingPins = sqliteTable("greeting_pins", {
	extensionId: text("extension_id").primaryKey(),
	/** `pbkdf2$…`: services/voice/src/domain/greeting-pin.ts. */
	hash: text("hash").notNull(),
	/** Tries since `triesSince`; a right one sets them to 0. */
	tries: integer("tries").notNull().default(0),
	triesSince: integer("tries_since", { mode: "timestamp_ms" }).notNull(),
	updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

/**
 * Greetings recorded by telephone. `recorded`: the carrier has it. `stored`: it is in R2, and its caller decides. `kept`: a trigger
 * gives it to the extension, with an entry in the audit log. `dropped`: not wanted.
 */
export const greetingRecordings = sqliteTable(
	"greeting_recordings",
	{
		/** The carrier's id. */
		id: text("id").primaryKey(),
		extensionId: text("extension_id").notNull(),
		state: text("state", { enum: ["recorded", "stored", "kept", "dropped"] }).notNull(),
		/** In R2; null before it is stored. */
		audio: text("audio"),
		seconds: integer("seconds").notNull(),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		changedAt: integer("changed_at", { mode: "timestamp_ms" }).notNull(),
		/** When the carrier's copy was deleted; null: it is still there. */
		carrierDeletedAt: integer("carrier_deleted_at", { mode: "timestamp_ms" }),
	},
	(table) => [index("greeting_recordings_created").on(table.createdAt)],
);
