import type { CallEventDetail } from "@cloudpbx/contracts/calls/calls";
import {
	callEndings,
	callEventKinds,
	callStatuses,
	receptionistActions,
	receptionistResults,
} from "@cloudpbx/contracts/calls/calls";
import { dangers } from "@cloudpbx/contracts/calls/danger";
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Sole writer of all tables here: services/voice. */
export const calls = sqliteTable(
	"calls",
	{
		/** Derived from the carrier's id, so webhooks need no lookup; of a call out our own. */
		id: text("id").primaryKey(),
		/** A call out has the id of its answered leg; empty before. */
		carrierId: text("carrier_id").notNull(),
		direction: text("direction", { enum: ["inbound", "outbound"] }).notNull(),
		fromNumber: text("from_number"),
		toNumber: text("to_number").notNull(),
		/** The keys of the last extension it was transferred to. */
		extension: text("extension"),
		outcome: text("outcome", { enum: callEndings }),
		status: text("status", { enum: callStatuses }).notNull(),
		startedAt: integer("started_at", { mode: "timestamp_ms" }).notNull(),
		answeredAt: integer("answered_at", { mode: "timestamp_ms" }),
		endedAt: integer("ended_at", { mode: "timestamp_ms" }),
		durationSeconds: integer("duration_seconds"),
		askedAt: integer("asked_at", { mode: "timestamp_ms" }),
		/** Time with a person, as the carrier counted; null: nobody answered. */
		talkSeconds: integer("talk_seconds"),
		/** The strongest action of the receptionist in the order of `receptionistResults`; null: none. */
		receptionistResult: text("receptionist_result", { enum: receptionistResults }),
		danger: text("danger", { enum: dangers }),
		/** The keys of the person who took it; null: nobody, or not reported yet. */
		takenBy: text("taken_by"),
		/** The version of `office` that decided the first answer; null: none. */
		officeVersion: integer("office_version"),
		/** Keys of the people in calls when it began; null: none. */
		busyAtStart: text("busy_at_start", { mode: "json" }).$type<string[]>(),
	},
	(table) => [
		index("calls_started").on(table.startedAt),
		index("calls_extension_started").on(table.extension, table.startedAt),
		index("calls_outcome_started").on(table.outcome, table.startedAt),
		index("calls_from_started").on(table.fromNumber, table.startedAt),
		index("calls_to_started").on(table.toNumber, table.startedAt),
		index("calls_danger").on(table.startedAt).where(sql`danger IS NOT NULL`),
		index("calls_open").on(table.startedAt).where(sql`ended_at IS NULL`),
		index("calls_taken").on(table.takenBy).where(sql`taken_by IS NOT NULL AND ended_at IS NULL`),
		index("calls_out").on(table.startedAt).where(sql`direction = 'outbound'`),
	],
);

/** Telephones that ring for a call out. Each row is stored before the carrier is asked, once. */
export const callLegs = sqliteTable(
	"call_legs",
	{
		callId: text("call_id").notNull(),
		position: integer("position").notNull(),
		phone: text("phone").notNull(),
		carrierId: text("carrier_id"),
		askedAt: integer("asked_at", { mode: "timestamp_ms" }),
		/** Null while it may ring. `failed`: it never rang. */
		status: text("status", { enum: callStatuses }),
	},
	(table) => [primaryKey({ columns: [table.callId, table.position] })],
);

/** Append-only. A step is stored once, even if reported repeatedly. */
export const callEvents = sqliteTable(
	"call_events",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		callId: text("call_id").notNull(),
		step: text("step").notNull(),
		kind: text("kind", { enum: callEventKinds }).notNull(),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
		detail: text("detail", { mode: "json" }).$type<CallEventDetail>().notNull(),
	},
	(table) => [uniqueIndex("call_events_step").on(table.callId, table.step)],
);

/** The receptionist's decisions, one row per turn; its memory of the call. */
export const receptionistTurns = sqliteTable(
	"receptionist_turns",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		callId: text("call_id").notNull(),
		/** The menu's attempt: a returning caller starts new turns. */
		attempt: integer("attempt").notNull().default(1),
		/** From 1; a repeated turn is stored once. */
		turn: integer("turn").notNull(),
		words: text("words").notNull(),
		speechConfidence: real("speech_confidence"),
		action: text("action", { enum: receptionistActions }).notNull(),
		extension: text("extension"),
		answer: text("answer"),
		language: text("language").notNull(),
		confidence: real("confidence"),
		model: text("model"),
		milliseconds: integer("milliseconds").notNull(),
		failure: text("failure"),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [uniqueIndex("receptionist_turns_place").on(table.callId, table.attempt, table.turn)],
);

/** Kept by triggers (migration 0011). Days of a time zone: docs/decisions/0012-analytics.md. */
export const callDays = sqliteTable(
	"call_days",
	{
		day: integer("day").notNull(),
		/** Three keys; empty: all calls. */
		extension: text("extension").notNull(),
		direction: text("direction", { enum: ["inbound", "outbound"] }).notNull(),
		/**
		 * By "quarter measure", quarters 0 to 95, and by measure for the day: outcomes and `open` count calls, `talk`
		 * adds seconds, `receptionist_` and a result count its calls.
		 */
		counts: text("counts", { mode: "json" }).$type<Record<string, number>>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.day, table.extension, table.direction] })],
);
