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
		id: text("id").primaryKey(),
		carrierRecordingId: text("carrier_recording_id").notNull(),
		callId: text("call_id").notNull(),
		/** The called keys; null: the company's own mailbox. */
		extension: text("extension"),
		/** The owner: the extension with these keys at that time. */
		extensionId: text("extension_id"),
		fromNumber: text("from_number"),
		durationSeconds: integer("duration_seconds"),
		status: text("status", { enum: voicemailStatuses }).notNull(),
		failure: text("failure"),
		audioKey: text("audio_key"),
		audioBytes: integer("audio_bytes"),
		transcript: text("transcript"),
		transcriptStatus: text("transcript_status", { enum: transcriptStatuses }).notNull(),
		transcriptSource: text("transcript_source", { enum: transcriptSources }),
		/** The last or next request for its audio. */
		ingestRequestedAt: integer("ingest_requested_at", { mode: "timestamp_ms" }),
		transcriptRequestedAt: integer("transcript_requested_at", { mode: "timestamp_ms" }),
		storedAt: integer("stored_at", { mode: "timestamp_ms" }),
		listenedAt: integer("listened_at", { mode: "timestamp_ms" }),
		/** Contents and audio are gone; the row keeps the sweep from storing the recording again. */
		deletedAt: integer("deleted_at", { mode: "timestamp_ms" }),
		carrierDeletedAt: integer("carrier_deleted_at", { mode: "timestamp_ms" }),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		listenedById: text("listened_by_id"),
		listenedByName: text("listened_by_name"),
	},
	(table) => [
		index("voicemails_call").on(table.callId),
		index("voicemails_owner_created").on(table.extensionId, table.createdAt),
		index("voicemails_created").on(table.createdAt),
		// For retention: emptied rows stay.
		index("voicemails_not_deleted").on(table.createdAt).where(sql`deleted_at IS NULL`),
		index("voicemails_not_stored").on(table.createdAt).where(sql`status = 'recorded'`),
		index("voicemails_not_fetched").on(table.createdAt).where(sql`status = 'failed'`),
		index("voicemails_not_transcribed").on(table.createdAt).where(sql`transcript_status = 'pending'`),
		// For the badge and `?heard=false`.
		index("voicemails_unheard")
			.on(table.createdAt, table.id)
			.where(sql`listened_at IS NULL AND deleted_at IS NULL`),
		index("voicemails_unheard_owner")
			.on(table.extensionId, table.createdAt)
			.where(sql`listened_at IS NULL AND deleted_at IS NULL`),
		// The previous release asks for this index by name during a migration.
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
