import { campaignStatuses, recipientStatuses } from "@cloudpbx/contracts/words/campaign-statuses";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A text to many. Sole writer of all tables here: services/campaigns. */
export const campaigns = sqliteTable(
	"campaigns",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		message: text("message").notNull(),
		status: text("status", { enum: campaignStatuses }).notNull(),
		/** Why it is paused or failed, and what to do next, in the owner's words. */
		reason: text("reason"),
		fromNumber: text("from_number").notNull(),
		startAt: integer("start_at", { mode: "timestamp_ms" }),
		quietHours: integer("quiet_hours", { mode: "boolean" }).notNull(),
		/** Texts a second; null: the sender's own rate. */
		ratePerSecond: real("rate_per_second"),
		requireConsent: integer("require_consent", { mode: "boolean" }).notNull(),
		/** False while its recipients are still coming in: until then it cannot start. */
		isComplete: integer("is_complete", { mode: "boolean" }).notNull(),
		/** How many recipients are in each state: changed in the same transaction as the recipients. */
		queuedCount: integer("queued_count").notNull().default(0),
		sendingCount: integer("sending_count").notNull().default(0),
		sentCount: integer("sent_count").notNull().default(0),
		deliveredCount: integer("delivered_count").notNull().default(0),
		undeliveredCount: integer("undelivered_count").notNull().default(0),
		failedCount: integer("failed_count").notNull().default(0),
		skippedCount: integer("skipped_count").notNull().default(0),
		/** Since it was last started or resumed: how many ended, and how many of these badly. */
		outcomesCount: integer("outcomes_count").notNull().default(0),
		errorsCount: integer("errors_count").notNull().default(0),
		/** Of the texts that the carrier took: how many, and when it was asked for the first and the last one. */
		takenCount: integer("taken_count").notNull().default(0),
		firstTakenAt: integer("first_taken_at", { mode: "timestamp_ms" }),
		lastTakenAt: integer("last_taken_at", { mode: "timestamp_ms" }),
		forecastEndAt: integer("forecast_end_at", { mode: "timestamp_ms" }),
		createdBy: text("created_by"),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		startedAt: integer("started_at", { mode: "timestamp_ms" }),
		endedAt: integer("ended_at", { mode: "timestamp_ms" }),
		/** Recipients who wrote back, and who opted out, within a week after its text. */
		repliesCount: integer("replies_count").notNull().default(0),
		optOutsCount: integer("opt_outs_count").notNull().default(0),
		/** Grows with every change of its plan: a write on an old one is refused. */
		version: integer("version").notNull().default(1),
	},
	(table) => [
		index("campaigns_created").on(table.createdAt, table.id),
		index("campaigns_status").on(table.status, table.createdAt, table.id),
	],
);

/** Somebody a campaign is for. The table has no row id of its own (migration 0007): a campaign's rows lie together. */
export const campaignRecipients = sqliteTable(
	"campaign_recipients",
	{
		campaignId: text("campaign_id").notNull(),
		/** Its place in what was handed in, from 0. */
		position: integer("position").notNull(),
		/** E.164, or what was handed in where that is no number. */
		number: text("number").notNull(),
		fields: text("fields", { mode: "json" }).$type<Record<string, string>>(),
		timeZone: text("time_zone"),
		state: text("state"),
		status: text("status", { enum: recipientStatuses }).notNull(),
		/** Why it was skipped, held or failed, in words. */
		reason: text("reason"),
		errorCode: integer("error_code"),
		segments: integer("segments"),
		/**
		 * Queued: its turn does not come before. Sending: whoever claimed it has it until then; who still has it after that died,
		 * and the claim is free again. Milliseconds; 0 is at once.
		 */
		dueAt: integer("due_at").notNull().default(0),
		/** How often the carrier refused it for the time being. */
		attempts: integer("attempts").notNull().default(0),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
		/** When it first wrote back, and when it opted out, within a week after its text. */
		repliedAt: integer("replied_at", { mode: "timestamp_ms" }),
		optedOutAt: integer("opted_out_at", { mode: "timestamp_ms" }),
	},
	(table) => [
		primaryKey({ columns: [table.campaignId, table.position] }),
		index("campaign_recipients_number").on(table.number, table.campaignId),
		index("campaign_recipients_turn").on(table.campaignId, table.status, table.dueAt, table.position),
	],
);

/** A number that campaigns send from: who is sending now, and from when on the next text may go. */
export const campaignSenders = sqliteTable("campaign_senders", {
	number: text("number").primaryKey(),
	/** The run that alone may claim recipients for this number, until it gives the lease back or lets it run out. */
	leaseId: text("lease_id"),
	leaseUntil: integer("lease_until").notNull().default(0),
	nextSlotAt: integer("next_slot_at").notNull().default(0),
	/** The slots of the last seconds, as the run left them that gave the lease back; null while one has it. */
	recentSlots: text("recent_slots", { mode: "json" }).$type<{ at: number; length: number }[]>(),
	/** Texts are so many times farther apart than planned, because the carrier asked for it: 1, 2, 4, 8. */
	slowness: integer("slowness").notNull().default(1),
	/** When the next queue message for it will come, as far as one was sent; 0: none. */
	wakeAt: integer("wake_at").notNull().default(0),
	/** Of the last batch: a round trip to the database, how much more time than planned its texts took, and their rate. */
	roundTripMilliseconds: integer("round_trip_milliseconds").notNull().default(0),
	behindMilliseconds: integer("behind_milliseconds").notNull().default(0),
	textsPerSecond: real("texts_per_second"),
});

/** Up to which row of `message_events` the recipients know what became of their texts. */
export const campaignCursors = sqliteTable("campaign_cursors", {
	name: text("name").primaryKey(),
	lastEventId: integer("last_event_id").notNull(),
});

/** Numbers that turned out not to take texts (the carrier's errors 21614 and 21635). */
export const landlines = sqliteTable("landlines", {
	number: text("number").primaryKey(),
	at: integer("at", { mode: "timestamp_ms" }).notNull(),
});

/** How many recipients of a campaign ended badly or were set aside, by status, reason and code. Triggers keep it (migration 0011). */
export const campaignOutcomes = sqliteTable(
	"campaign_outcomes",
	{
		campaignId: text("campaign_id").notNull(),
		status: text("status", { enum: recipientStatuses }).notNull(),
		/** Empty where there is none. */
		reason: text("reason").notNull(),
		/** 0 where there is none. */
		errorCode: integer("error_code").notNull(),
		count: integer("count").notNull(),
	},
	(table) => [primaryKey({ columns: [table.campaignId, table.status, table.reason, table.errorCode] })],
);
