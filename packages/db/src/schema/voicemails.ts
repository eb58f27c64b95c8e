import {
	transcriptSources,
	transcriptStatuses,
	voicemailStatuses,
} from "@cloudpbx/contracts/calls/voicemails";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const voicemails = sqliteTable(
	"voicemails",
	{
		/** Made from the carrier's recording id. */
		id: text("id").primaryKey(),
		carrierRecordingId: text("carrier_recording_id").notNull(),
		callId: text("call_id").notNull(),
		/** The three keys that were called; null for the company's own: left for nobody in particular, or while nothing could be looked up. */
		extension: text("extension"),
		/** The extension that it belongs to: the one that had these keys then. Changed keys leave it. */
		extensionId: text("extension_id"),
		fromNumber: text("from_number"),
		durationSeconds: integer("duration_seconds"),
		status: text("status", { enum: voicemailStatuses }).notNull(),
		/** Why its audio could not be fetched, when `status` is failed. */
		failure: text("failure"),
		audioKey: text("audio_key"),
		audioBytes: integer("audio_bytes"),
		transcript: text("transcript"),
		transcriptStatus: text("transcript_status", { enum: transcriptStatuses }).notNull(),
		transcriptSource: text("transcript_source", { enum: transcriptSources }),
		/** When its audio was last asked for, or will be asked for again. */
		ingestRequestedAt: integer("ingest_requested_at", { mode: "timestamp_ms" }),
		/** When Whisper was last asked for what the carrier did not write down. */
		transcriptRequestedAt: integer("transcript_requested_at", { mode: "timestamp_ms" }),
		storedAt: integer("stored_at", { mode: "timestamp_ms" }),
		listenedAt: integer("listened_at", { mode: "timestamp_ms" }),
		/** Deleted for people: contents and audio are gone, the row keeps a sweep from finding the recording anew. */
		deletedAt: integer("deleted_at", { mode: "timestamp_ms" }),
		/** The carrier's own copy is gone. */
		carrierDeletedAt: integer("carrier_deleted_at", { mode: "timestamp_ms" }),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		/** The first listener: a user's or a key's id, and its name as of then. */
		listenedById: text("listened_by_id"),
		listenedByName: text("listened_by_name"),
	},
	(table) => [
		index("voicemails_call").on(table.callId),
		index("voicemails_owner_created").on(table.extensionId, table.createdAt),
		index("voicemails_created").on(table.createdAt),
		// What the owner's retention looks at: emptied rows stay for good.
		index("voicemails_not_deleted").on(table.createdAt).where(sql`deleted_at IS NULL`),
		index("voicemails_not_stored").on(table.createdAt).where(sql`status = 'recorded'`),
		index("voicemails_not_fetched").on(table.createdAt).where(sql`status = 'failed'`),
		index("voicemails_not_transcribed").on(table.createdAt).where(sql`transcript_status = 'pending'`),
		// Unheard voicemail: the badge counts it and `?heard=false` lists it without reading what was heard.
		index("voicemails_unheard")
			.on(table.createdAt, table.id)
			.where(sql`listened_at IS NULL AND deleted_at IS NULL`),
		index("voicemails_unheard_owner")
			.on(table.extensionId, table.createdAt)
			.where(sql`listened_at IS NULL AND deleted_at IS NULL`),
		// A release that asks for this index by name runs on while the database is migrated.
		index("voicemails_unheard_extension")
			.on(table.extension, table.createdAt)
			.where(sql`listened_at IS NULL AND deleted_at IS NULL`),
		index("voicemails_heard")
			.on(table.createdAt, table.id)
			.where(sql`listened_at IS NOT NULL AND deleted_at IS NULL`),
		index("voicemails_from_created").on(table.fromNumber, table.createdAt),
		index("voicemails_kept_by_carrier").on(table.deletedAt).where(sql`carrier_deleted_at IS NULL`),
	],
);
