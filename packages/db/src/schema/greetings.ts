import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** PINs for recording a greeting by telephone. Wrong tries are counted: a caller's number can be forged. */
export const greetingPins = sqliteTable("greeting_pins", {
	extensionId: text("extension_id").primaryKey(),
	/** `pbkdf2$…`: services/voice/src/domain/greeting-pin.ts. */
	hash: text("hash").notNull(),
	/** Wrong tries since `triesSince`. */
	tries: integer("tries").notNull().default(0),
	triesSince: integer("tries_since", { mode: "timestamp_ms" }).notNull(),
	updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

/** `recorded`: at the carrier. `stored`: in R2, undecided. `kept`: at the extension. `dropped`: not wanted. */
export const greetingRecordings = sqliteTable(
	"greeting_recordings",
	{
		id: text("id").primaryKey(),
		extensionId: text("extension_id").notNull(),
		state: text("state", { enum: ["recorded", "stored", "kept", "dropped"] }).notNull(),
		/** Key in R2; null before it is stored. */
		audio: text("audio"),
		seconds: integer("seconds").notNull(),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		changedAt: integer("changed_at", { mode: "timestamp_ms" }).notNull(),
		/** Null: the carrier still has a copy. */
		carrierDeletedAt: integer("carrier_deleted_at", { mode: "timestamp_ms" }),
	},
	(table) => [index("greeting_recordings_created").on(table.createdAt)],
);
