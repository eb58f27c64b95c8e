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
		/** Made from the two numbers, so that every webhook knows it without asking. */
		id: text("id").primaryKey(),
		/** E.164, a short code, or whatever else a text came from. */
		contactNumber: text("contact_number").notNull(),
		ourNumber: text("our_number").notNull(),
		mode: text("mode", { enum: conversationModes }).notNull(),
		waitingReason: text("waiting_reason", { enum: waitingReasons }),
		takenOverBy: text("taken_over_by"),
		/** Counts the contact's texts that want an answer; the newest of them is `askedMessageId`. */
		inboundSequence: integer("inbound_sequence").notNull().default(0),
		askedMessageId: text("asked_message_id"),
		/** Up to which of them somebody has answered, or has taken it upon himself to. Never goes back. */
		answeredSequence: integer("answered_sequence").notNull().default(0),
		/** The assistant's message that holds the right to speak for `answeredSequence`. */
		claimedMessageId: text("claimed_message_id"),
		/** When the assistant was last asked to answer. */
		replyRequestedAt: integer("reply_requested_at", { mode: "timestamp_ms" }),
		/** Answers in a row in which the assistant had to say that it does not know. */
		unsureCount: integer("unsure_count").notNull().default(0),
		/** Texts to this contact in the hour that began then. */
		hourStartedAt: integer("hour_started_at", { mode: "timestamp_ms" }),
		sentInHour: integer("sent_in_hour").notNull().default(0),
		repliesInHour: integer("replies_in_hour").notNull().default(0),
		unreadCount: integer("unread_count").notNull().default(0),
		lastMessageId: text("last_message_id"),
		lastPreview: text("last_preview"),
		lastDirection: text("last_direction", { enum: ["inbound", "outbound"] }),
		lastAuthor: text("last_author", { enum: messageAuthors }),
		/** Its place in the inbox; null while there is nothing but a campaign's texts in it. */
		listedAt: integer("listed_at", { mode: "timestamp_ms" }),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		/** The latest campaign that texted this contact, its recipient and when: replies and opt-outs count as its. */
		campaignId: text("campaign_id"),
		campaignRecipientId: text("campaign_recipient_id"),
		campaignTextAt: integer("campaign_text_at", { mode: "timestamp_ms" }),
	},
	(table) => [
		// All lines that somebody texted with: the erasure of a person.
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
		// What the sweeper looks for stays small, however long the history grows.
		index("conversations_unanswered")
			.on(table.replyRequestedAt)
			.where(sql`mode = 'assistant' AND answered_sequence < inbound_sequence`),
	],
);

/** Of a message: the number that is not ours. Written as in the index `messages_contact`. */
export const contactOfMessage = sql<string>`CASE direction WHEN 'inbound' THEN from_number ELSE to_number END`;

export const messages = sqliteTable(
	"messages",
	{
		/** Order of arrival; also the row id of the search index. */
		position: integer("position").primaryKey({ autoIncrement: true }),
		/** Inbound: made from the carrier's id. Outbound: chosen by whoever asked for it. */
		id: text("id").notNull(),
		/** Null until the carrier has taken it. */
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
		/** The carrier's. */
		errorCode: integer("error_code"),
		/** Which of the contact's texts this is, or which one it answers. */
		sequence: integer("sequence"),
		/** The person who wrote it: id and name as of then. */
		actorId: text("actor_id"),
		actorName: text("actor_name"),
		campaignId: text("campaign_id"),
		recipientId: text("recipient_id"),
		/** Why the send gate refused it; null when it did not. `reason` says it, or why it was allowed, in words. */
		refusal: text("refusal", { enum: refusalCodes }),
		reason: text("reason"),
		/** The one answer that an opted-out number may get. */
		isConfirmation: integer("is_confirmation", { mode: "boolean" }).notNull().default(false),
		/** How often the carrier was asked to take it. */
		attempts: integer("attempts").notNull().default(0),
		attemptedAt: integer("attempted_at", { mode: "timestamp_ms" }),
		/** The carrier was asked, and what it did is not known. */
		isAttemptOpen: integer("is_attempt_open", { mode: "boolean" }).notNull().default(false),
		/**
		 * When somebody has to look after it: an open attempt counts as not taken when the carrier does not list it then, a
		 * closed one is due again, and of a taken message the carrier is asked for news. Null: nothing to do.
		 */
		checkAt: integer("check_at", { mode: "timestamp_ms" }),
		checks: integer("checks").notNull().default(0),
		/** From somebody whom the owner blocked: kept, never answered by itself. */
		isBlocked: integer("is_blocked", { mode: "boolean" }).notNull().default(false),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		/** Of a text that wants an answer: when the carrier took one by the assistant or a person. A trigger sets it. */
		answeredAt: integer("answered_at", { mode: "timestamp_ms" }),
	},
	(table) => [
		uniqueIndex("messages_id").on(table.id),
		uniqueIndex("messages_carrier").on(table.carrierId).where(sql`carrier_id IS NOT NULL`),
		index("messages_conversation").on(table.conversationId, table.position),
		index("messages_created").on(table.createdAt),
		// The texts of a contact with all of our lines, for the timeline and the erasure.
		index("messages_contact").on(contactOfMessage, table.createdAt),
		index("messages_check").on(table.checkAt).where(sql`check_at IS NOT NULL`),
	],
);

/** What happened to a message, append-only. A step is stored once, however often the carrier reports it. */
export const messageEvents = sqliteTable(
	"message_events",
	{
		/** Grows with every event: whoever follows the texts of a campaign reads on from the last one he saw. */
		id: integer("id").primaryKey({ autoIncrement: true }),
		messageId: text("message_id").notNull(),
		/** Names the moment, such as `status-delivered`. */
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

/** A file that came with a text. */
export const messageMedia = sqliteTable(
	"message_media",
	{
		id: text("id").primaryKey(),
		messageId: text("message_id").notNull(),
		/** Where the carrier has it. */
		url: text("url").notNull(),
		/** As the carrier says until it is stored, then as it is. */
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

/** Texts in the current clock hour by who sends them; an earlier hour's count begins anew. Campaigns are not counted. */
export const sendingHours = sqliteTable("sending_hours", {
	/** A person's or key's id; `people` for all of them together, `assistant` for the assistant. */
	subject: text("subject").primaryKey(),
	hourStartedAt: integer("hour_started_at", { mode: "timestamp_ms" }).notNull(),
	count: integer("count").notNull(),
});

/** What people tell each other about a conversation. */
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

/**
 * Texts counted by the UTC day and quarter of an hour in which they were made, as `callDays` counts calls. Triggers keep the
 * counts (migration 0011); retention deletes texts and no counts.
 */
export const textDays = sqliteTable(
	"text_days",
	{
		/** Days since 1970 in UTC. */
		day: integer("day").notNull(),
		series: text("series", { enum: textSeries }).notNull(),
		/**
		 * By "quarter measure", quarters from 0 to 95. Of `contact`: `received`. Of the other authors: `sent`, `delivered`,
		 * `undelivered`, `failed`, `refused`. Of `consent`: `opt_out`, `opt_in`. Of `answers`: the buckets of `responseBuckets`.
		 */
		counts: text("counts", { mode: "json" }).$type<Record<string, number>>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.day, table.series] })],
);
