import type { CallEventDetail } from "@cloudpbx/contracts/calls/calls";
import {
	callEndings,
	callEventKinds,
	callStatuses,
	receptionistActions,
	receptionistResults,
} from "@cloudpbx/contracts/calls/calls";
import { dangers } from "@cloudpbx/contracts/calls/danger";
import {
	transcriptSources,
	transcriptStatuses,
	voicemailStatuses,
} from "@cloudpbx/contracts/calls/voicemails";
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** One row a call. Sole writer of the tables here: services/voice. */
export const calls = sqliteTable(
	"calls",
	{
		/** Made from the carrier's id, so that every webhook knows it without asking; of a call out it is ours and stands in their addresses. */
		id: text("id").primaryKey(),
		/** Of a call out the leg's that took it, empty before. */
		carrierId: text("carrier_id").notNull(),
		direction: text("direction", { enum: ["inbound", "outbound"] }).notNull(),
		/** E.164; null when the caller withheld it. */
		fromNumber: text("from_number"),
		toNumber: text("to_number").notNull(),
		/** The three keys of the last extension it was put through to. */
		extension: text("extension"),
		outcome: text("outcome", { enum: callEndings }),
		status: text("status", { enum: callStatuses }).notNull(),
		startedAt: integer("started_at", { mode: "timestamp_ms" }).notNull(),
		answeredAt: integer("answered_at", { mode: "timestamp_ms" }),
		endedAt: integer("ended_at", { mode: "timestamp_ms" }),
		durationSeconds: integer("duration_seconds"),
		/** When the sweeper last asked the carrier how it goes, while it is open. */
		askedAt: integer("asked_at", { mode: "timestamp_ms" }),
		/** How long the caller spoke with a person, as the carrier counted; null when nobody answered. */
		talkSeconds: integer("talk_seconds"),
		/** The strongest thing that the AI receptionist did in it (the order of `receptionistResults`); null without it. */
		receptionistResult: text("receptionist_result", { enum: receptionistResults }),
		/** What danger the caller spoke of, the latest; null: none. */
		danger: text("danger", { enum: dangers }),
		/** The three keys of whoever took it; null: nobody, or not told yet. */
		takenBy: text("taken_by"),
		/** The version of `office` that its first answer was decided by; null: that answer looked nothing up. */
		officeVersion: integer("office_version"),
		/** Three keys of everybody who spoke with a caller when it began; null: nobody did. */
		busyAtStart: text("busy_at_start", { mode: "json" }).$type<string[]>(),
	},
	(table) => [
		index("calls_started").on(table.startedAt),
		index("calls_extension_started").on(table.extension, table.startedAt),
		// What the list of calls is filtered by.
		index("calls_outcome_started").on(table.outcome, table.startedAt),
		index("calls_from_started").on(table.fromNumber, table.startedAt),
		index("calls_to_started").on(table.toNumber, table.startedAt),
		// Few callers are in danger: who was is found at once.
		index("calls_danger").on(table.startedAt).where(sql`danger IS NOT NULL`),
		// What the sweeper looks for stays small, however long the history grows.
		index("calls_open").on(table.startedAt).where(sql`ended_at IS NULL`),
		// The conversations of the moment: a handful.
		index("calls_taken").on(table.takenBy).where(sql`taken_by IS NOT NULL AND ended_at IS NULL`),
		// What the brakes on calls out count.
		index("calls_out").on(table.startedAt).where(sql`direction = 'outbound'`),
	],
);

/**
 * The telephones of a person that ring for a call out, one row each, until the call has ended. A row is claimed before the carrier
 * is asked, and the carrier is asked once: what came of it is found out, never tried again.
 */
export const callLegs = sqliteTable(
	"call_legs",
	{
		callId: text("call_id").notNull(),
		/** From 0, in the order of the person's telephones. */
		position: integer("position").notNull(),
		/** E.164. */
		phone: text("phone").notNull(),
		/** Null until the carrier has told it. */
		carrierId: text("carrier_id"),
		/** When the carrier was asked to ring it. */
		askedAt: integer("asked_at", { mode: "timestamp_ms" }),
		/** How it ended; null while it may still ring. `failed`: it never rang. */
		status: text("status", { enum: callStatuses }),
	},
	(table) => [primaryKey({ columns: [table.callId, table.position] })],
);

/** What happened in a call, append-only. A step is stored once, however often the carrier reports it. */
export const callEvents = sqliteTable(
	"call_events",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		callId: text("call_id").notNull(),
		/** Names the moment within the call, such as `menu-2`; its second report is ignored. */
		step: text("step").notNull(),
		kind: text("kind", { enum: callEventKinds }).notNull(),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
		detail: text("detail", { mode: "json" }).$type<CallEventDetail>().notNull(),
	},
	(table) => [uniqueIndex("call_events_step").on(table.callId, table.step)],
);

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

/** What the AI receptionist decided, one row a turn; also its memory of the call. */
export const receptionistTurns = sqliteTable(
	"receptionist_turns",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		callId: text("call_id").notNull(),
		/** The menu's that the caller came from: who comes back begins a new row of turns. */
		attempt: integer("attempt").notNull().default(1),
		/** From 1; a turn reported twice is stored once. */
		turn: integer("turn").notNull(),
		/** What the caller said, as speech recognition wrote it. */
		words: text("words").notNull(),
		speechConfidence: real("speech_confidence"),
		action: text("action", { enum: receptionistActions }).notNull(),
		extension: text("extension"),
		/** What the caller was told. */
		answer: text("answer"),
		/** ISO 639-1, of the answer. */
		language: text("language").notNull(),
		confidence: real("confidence"),
		/** The model that answered; null when none did. */
		model: text("model"),
		milliseconds: integer("milliseconds").notNull(),
		failure: text("failure"),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [uniqueIndex("receptionist_turns_place").on(table.callId, table.attempt, table.turn)],
);

/**
 * Calls counted by the UTC day and quarter of an hour of their start, for the analytics. Triggers on `calls` keep the counts
 * (migration 0011), so they agree with the calls after every statement; a call that is deleted stays counted. A day in any
 * time zone is a range of quarters: docs/decisions/0012-analytics.md.
 */
export const callDays = sqliteTable(
	"call_days",
	{
		/** Days since 1970 in UTC. */
		day: integer("day").notNull(),
		/** Three keys; empty for all calls together, with and without one. */
		extension: text("extension").notNull(),
		direction: text("direction", { enum: ["inbound", "outbound"] }).notNull(),
		/**
		 * By "quarter measure", quarters from 0 to 95, and by measure alone for the whole day: an outcome or `open` counts calls,
		 * `talk` adds seconds, `receptionist_` and a result counts calls that the receptionist took.
		 */
		counts: text("counts", { mode: "json" }).$type<Record<string, number>>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.day, table.extension, table.direction] })],
);

/**
 * The PIN of whoever may record an extension's greeting by telephone. Its wrong tries are counted, since the number of a caller can be
 * forged.
 */
export const greetingPins = sqliteTable("greeting_pins", {
	extensionId: text("extension_id").primaryKey(),
	/** `pbkdf2$…`: services/voice/src/domain/greetings/greeting-pin.ts. */
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
