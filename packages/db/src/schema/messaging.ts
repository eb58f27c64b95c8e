import { conversationModes, waitingReasons } from "@cloudpbx/contracts/texts/conversations";
import {
	mediaStatuses,
	messageAuthors,
	messageCategories,
	messageEventKinds,
	messageStatuses,
	refusalCodes,
	textSeries,
} from "@cloudpbx/contracts/texts/messages";
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** A contact and one of our numbers. Sole writer of all tables here: services/messaging. */
export const conversations = sqliteTable(
	"conversations",
	{
		/** Derived from the two numbers, so webhooks need no lookup. */
		id: text("id").primaryKey(),
		contactNumber: text("contact_number").notNull(),
		ourNumber: text("our_number").notNull(),
		mode: text("mode", { enum: conversationModes }).notNull(),
		waitingReason: text("waiting_reason", { enum: waitingReasons }),
		takenOverBy: text("taken_over_by"),
		/** Texts that want an answer; the newest is `askedMessageId`. */
		inboundSequence: integer("inbound_sequence").notNull().default(0),
		askedMessageId: text("asked_message_id"),
		/** The highest answered or claimed sequence. Never decreases. */
		answeredSequence: integer("answered_sequence").notNull().default(0),
		/** The assistant's message that may answer `answeredSequence`. */
		claimedMessageId: text("claimed_message_id"),
		replyRequestedAt: integer("reply_requested_at", { mode: "timestamp_ms" }),
		/** Consecutive answers in which the assistant did not know. */
		unsureCount: integer("unsure_count").notNull().default(0),
		/** Texts to this contact in the hour from `hourStartedAt`. */
		hourStartedAt: integer("hour_started_at", { mode: "timestamp_ms" }),
		sentInHour: integer("sent_in_hour").notNull().default(0),
		repliesInHour: integer("replies_in_hour").notNull().default(0),
		unreadCount: integer("unread_count").notNull().default(0),
		lastMessageId: text("last_message_id"),
		lastPreview: text("last_preview"),
		lastDirection: text("last_direction", { enum: ["inbound", "outbound"] }),
		lastAuthor: text("last_author", { enum: messageAuthors }),
		/** Position in the inbox; null: only campaign texts. */
		listedAt: integer("listed_at", { mode: "timestamp_ms" }),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		/** The latest campaign text: replies and opt-outs count for it. */
		campaignId: text("campaign_id"),
		campaignRecipientId: text("campaign_recipient_id"),
		campaignTextAt: integer("campaign_text_at", { mode: "timestamp_ms" }),
	},
	(table) => [
		index("conversations_contact").on(table.contactNumber),
		index("conversations_listed").on(table.listedAt, table.id).where(sql`listed_at IS NOT NULL`),
		index("conversations_mode_listed")
			.on(table.mode, table.listedAt, table.id)
			.where(sql`listed_at IS NOT NULL`),
		index("conversations_line_listed")
			.on(table.ourNumber, table.listedAt, table.id)
			.where(sql`listed_at IS NOT NULL`),
		index("conversations_unread")
			.on(table.listedAt, table.id)
			.where(sql`unread_count > 0 AND listed_at IS NOT NULL`),
		index("conversations_unanswered")
			.on(table.replyRequestedAt)
			.where(sql`mode = 'assistant' AND answered_sequence < inbound_sequence`),
	],
);

/** The number that is not ours, written as in the index `messages_contact`. */
export const contactOfMessage = sql<string>`CASE direction WHEN 'inbound' THEN from_number ELSE to_number END`;

export const messages = sqliteTable(
	"messages",
	{
		/** Order of arrival; also the row id of the search index. */
		position: integer("position").primaryKey({ autoIncrement: true }),
		id: text("id").notNull(),
		carrierId: text("carrier_id"),
		conversationId: text("conversation_id").notNull(),
		direction: text("direction", { enum: ["inbound", "outbound"] }).notNull(),
		author: text("author", { enum: messageAuthors }).notNull(),
		category: text("category", { enum: messageCategories }).notNull(),
		fromNumber: text("from_number").notNull(),
		toNumber: text("to_number").notNull(),
		body: text("body").notNull(),
		mediaCount: integer("media_count").notNull().default(0),
		segments: integer("segments").notNull(),
		status: text("status", { enum: messageStatuses }).notNull(),
		statusAt: integer("status_at", { mode: "timestamp_ms" }).notNull(),
		errorCode: integer("error_code"),
		sequence: integer("sequence"),
		actorId: text("actor_id"),
		actorName: text("actor_name"),
		campaignId: text("campaign_id"),
		recipientId: text("recipient_id"),
		/** The send gate's refusal code; null: allowed. `reason` explains either. */
		refusal: text("refusal", { enum: refusalCodes }),
		reason: text("reason"),
		/** The confirmation that an opted-out number may get. */
		isConfirmation: integer("is_confirmation", { mode: "boolean" }).notNull().default(false),
		attempts: integer("attempts").notNull().default(0),
		attemptedAt: integer("attempted_at", { mode: "timestamp_ms" }),
		/** The carrier was asked, and the result is unknown. */
		isAttemptOpen: integer("is_attempt_open", { mode: "boolean" }).notNull().default(false),
		/** The next look: at an open attempt, a due text, or a taken text without a report. Null: none. */
		checkAt: integer("check_at", { mode: "timestamp_ms" }),
		checks: integer("checks").notNull().default(0),
		/** From a blocked number: stored, never answered automatically. */
		isBlocked: integer("is_blocked", { mode: "boolean" }).notNull().default(false),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		/** When an answer was accepted by the carrier. Set by a trigger. */
		answeredAt: integer("answered_at", { mode: "timestamp_ms" }),
	},
	(table) => [
		uniqueIndex("messages_id").on(table.id),
		uniqueIndex("messages_carrier").on(table.carrierId).where(sql`carrier_id IS NOT NULL`),
		index("messages_conversation").on(table.conversationId, table.position),
		index("messages_created").on(table.createdAt),
		index("messages_contact").on(contactOfMessage, table.createdAt),
		index("messages_check").on(table.checkAt).where(sql`check_at IS NOT NULL`),
	],
);

/** Append-only. A step is stored once, even if reported repeatedly. */
export const messageEvents = sqliteTable(
	"message_events",
	{
		/** Ascending: campaigns read on from the last id. */
		id: integer("id").primaryKey({ autoIncrement: true }),
		messageId: text("message_id").notNull(),
		step: text("step").notNull(),
		kind: text("kind", { enum: messageEventKinds }).notNull(),
		status: text("status", { enum: messageStatuses }),
		errorCode: integer("error_code"),
		/** Small facts, never the message's words. */
		detail: text("detail"),
		campaignId: text("campaign_id"),
		recipientId: text("recipient_id"),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [
		uniqueIndex("message_events_step").on(table.messageId, table.step),
		index("message_events_campaign").on(table.id).where(sql`campaign_id IS NOT NULL`),
	],
);

export const messageMedia = sqliteTable(
	"message_media",
	{
		id: text("id").primaryKey(),
		messageId: text("message_id").notNull(),
		url: text("url").notNull(),
		/** The carrier's type until stored, then the stored type. */
		contentType: text("content_type").notNull(),
		status: text("status", { enum: mediaStatuses }).notNull(),
		failure: text("failure"),
		mediaKey: text("media_key"),
		bytes: integer("bytes"),
		requestedAt: integer("requested_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [
		index("message_media_message").on(table.messageId),
		index("message_media_pending").on(table.requestedAt).where(sql`status = 'pending'`),
	],
);

/** Texts of the current hour by sender. Campaign texts are not counted. */
export const sendingHours = sqliteTable("sending_hours", {
	/** A person's or key's id, `people` for all of them, or `assistant`. */
	subject: text("subject").primaryKey(),
	hourStartedAt: integer("hour_started_at", { mode: "timestamp_ms" }).notNull(),
	count: integer("count").notNull(),
});

/** Never shown to the contact. */
export const conversationNotes = sqliteTable(
	"conversation_notes",
	{
		id: text("id").primaryKey(),
		conversationId: text("conversation_id").notNull(),
		body: text("body").notNull(),
		actorId: text("actor_id"),
		actorName: text("actor_name").notNull(),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [index("conversation_notes_conversation").on(table.conversationId, table.createdAt)],
);

/** Texts by UTC day and quarter of an hour. Kept by triggers (migration 0011); retention does not change counts. */
export const textDays = sqliteTable(
	"text_days",
	{
		day: integer("day").notNull(),
		series: text("series", { enum: textSeries }).notNull(),
		/**
		 * By "quarter measure", quarters 0 to 95. `contact`: `received`; other authors: `sent`, `delivered`,
		 * `undelivered`, `failed`, `refused`; `consent`: `opt_out`, `opt_in`; `answers`: `responseBuckets`.
		 */
		counts: text("counts", { mode: "json" }).$type<Record<string, number>>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.day, table.series] })],
);
