import { campaignStatuses, recipientStatuses } from "@cloudpbx/contracts/words/campaign-statuses";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Sole writer of all tables here: services/campaigns. */
export const campaigns = sqliteTable(
	"campaigns",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		message: text("message").notNull(),
		status: text("status", { enum: campaignStatuses }).notNull(),
		reason: text("reason"),
		fromNumber: text("from_number").notNull(),
		startAt: integer("start_at", { mode: "timestamp_ms" }),
		quietHours: integer("quiet_hours", { mode: "boolean" }).notNull(),
		/** Texts per second; null: the sender's rate. */
		ratePerSecond: real("rate_per_second"),
		requireConsent: integer("require_consent", { mode: "boolean" }).notNull(),
		/** False while recipients are being stored: it cannot start. */
		isComplete: integer("is_complete", { mode: "boolean" }).notNull(),
		/** Recipients by state, changed in the recipients' transactions. */
		queuedCount: integer("queued_count").notNull().default(0),
		sendingCount: integer("sending_count").notNull().default(0),
		sentCount: integer("sent_count").notNull().default(0),
		deliveredCount: integer("delivered_count").notNull().default(0),
		undeliveredCount: integer("undelivered_count").notNull().default(0),
		failedCount: integer("failed_count").notNull().default(0),
		skippedCount: integer("skipped_count").notNull().default(0),
		/** Outcomes and bad outcomes since the last start. */
		outcomesCount: integer("outcomes_count").notNull().default(0),
		errorsCount: integer("errors_count").notNull().default(0),
		takenCount: integer("taken_count").notNull().default(0),
		firstTakenAt: integer("first_taken_at", { mode: "timestamp_ms" }),
		lastTakenAt: integer("last_taken_at", { mode: "timestamp_ms" }),
		forecastEndAt: integer("forecast_end_at", { mode: "timestamp_ms" }),
		createdBy: text("created_by"),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		startedAt: integer("started_at", { mode: "timestamp_ms" }),
		endedAt: integer("ended_at", { mode: "timestamp_ms" }),
		/** Within seven days after the text. */
		repliesCount: integer("replies_count").notNull().default(0),
		optOutsCount: integer("opt_outs_count").notNull().default(0),
		version: integer("version").notNull().default(1),
	},
	(table) => [
		index("campaigns_created").on(table.createdAt, table.id),
		index("campaigns_status").on(table.status, table.createdAt, table.id),
	],
);

/** WITHOUT ROWID (migration 0007): a campaign's rows are stored together. */
export const campaignRecipients = sqliteTable(
	"campaign_recipients",
	{
		campaignId: text("campaign_id").notNull(),
		/** Position in the given list, from 0. */
		position: integer("position").notNull(),
		/** E.164, or the given text if it is no number. */
		number: text("number").notNull(),
		fields: text("fields", { mode: "json" }).$type<Record<string, string>>(),
		timeZone: text("time_zone"),
		state: text("state"),
		status: text("status", { enum: recipientStatuses }).notNull(),
		reason: text("reason"),
		errorCode: integer("error_code"),
		segments: integer("segments"),
		/** Queued: not sent before. Sending: the claim ends then. Milliseconds since 1970; 0: at once. */
		dueAt: integer("due_at").notNull().default(0),
		attempts: integer("attempts").notNull().default(0),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
		/** First reply and opt-out, within seven days after the text. */
		repliedAt: integer("replied_at", { mode: "timestamp_ms" }),
		optedOutAt: integer("opted_out_at", { mode: "timestamp_ms" }),
	},
	(table) => [
		primaryKey({ columns: [table.campaignId, table.position] }),
		index("campaign_recipients_number").on(table.number, table.campaignId),
		index("campaign_recipients_turn").on(table.campaignId, table.status, table.dueAt, table.position),
	],
);

/** Pace and lease of a sending number. Instants in milliseconds since 1970. */
export const campaignSenders = sqliteTable("campaign_senders", {
	number: text("number").primaryKey(),
	/** The run that may claim recipients, until `leaseUntil`. */
	leaseId: text("lease_id"),
	leaseUntil: integer("lease_until").notNull().default(0),
	nextSlotAt: integer("next_slot_at").notNull().default(0),
	/** The slots of the last run's last seconds; null during a run. */
	recentSlots: text("recent_slots", { mode: "json" }).$type<{ at: number; length: number }[]>(),
	/** Factor on the distance between texts, set by the carrier's complaints: 1, 2, 4, 8. */
	slowness: integer("slowness").notNull().default(1),
	/** The arrival of the enqueued queue message; 0: none. */
	wakeAt: integer("wake_at").notNull().default(0),
	/** Measurements of the last batch. */
	roundTripMilliseconds: integer("round_trip_milliseconds").notNull().default(0),
	behindMilliseconds: integer("behind_milliseconds").notNull().default(0),
	textsPerSecond: real("texts_per_second"),
});

/** The last processed row of `message_events`. */
export const campaignCursors = sqliteTable("campaign_cursors", {
	name: text("name").primaryKey(),
	lastEventId: integer("last_event_id").notNull(),
});

/** Numbers that take no texts, by the carrier's errors. */
export const landlines = sqliteTable("landlines", {
	number: text("number").primaryKey(),
	at: integer("at", { mode: "timestamp_ms" }).notNull(),
});

/** Bad outcomes and skipped recipients by status, reason and code. Kept by triggers (migration 0011). */
export const campaignOutcomes = sqliteTable(
	"campaign_outcomes",
	{
		campaignId: text("campaign_id").notNull(),
		status: text("status", { enum: recipientStatuses }).notNull(),
		reason: text("reason").notNull(),
		/** Empty reason and code 0: none. */
		errorCode: integer("error_code").notNull(),
		count: integer("count").notNull(),
	},
	(table) => [primaryKey({ columns: [table.campaignId, table.status, table.reason, table.errorCode] })],
);
