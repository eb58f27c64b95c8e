import { deliveryStatuses, pauseReasons } from "@cloudpbx/contracts/words/webhook-words";
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Undelivered events. Triggers of migration 0020 write them in the transaction of the fact, only for events in
 * `event_ears`. Ids only. All other writes to tables here: services/messaging.
 */
export const officeEvents = sqliteTable("office_events", {
	/** `evt_`, the milliseconds in hexadecimal, and random digits: ordered by time, not countable. */
	id: text("id").primaryKey(),
	event: text("event").notNull(),
	/** The call, voicemail, message, conversation, campaign, consent event or number. */
	subjectId: text("subject_id").notNull(),
	detail: text("detail"),
	at: integer("at", { mode: "timestamp_ms" }).notNull(),
});

/** The wanted events: one row of comma-separated names, read by every trigger of the outbox. */
export const eventEars = sqliteTable("event_ears", {
	id: integer("id").primaryKey(),
	webhooks: text("webhooks").notNull().default(""),
	notices: text("notices").notNull().default(""),
});

export const webhooks = sqliteTable("webhooks", {
	id: text("id").primaryKey(),
	url: text("url").notNull(),
	description: text("description").notNull().default(""),
	events: text("events", { mode: "json" }).$type<string[]>().notNull(),
	isPaused: integer("is_paused", { mode: "boolean" }).notNull().default(false),
	pausedReason: text("paused_reason", { enum: pauseReasons }),
	pausedAt: integer("paused_at", { mode: "timestamp_ms" }),
	succeededAt: integer("succeeded_at", { mode: "timestamp_ms" }),
	/** The first failure since the last success; null: none. */
	failingSince: integer("failing_since", { mode: "timestamp_ms" }),
	createdBy: text("created_by"),
	createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
	/** No deliveries from then on. The row is deleted after its deliveries. */
	deletedAt: integer("deleted_at", { mode: "timestamp_ms" }),
	version: integer("version").notNull().default(1),
	leaseId: text("lease_id"),
	leaseUntil: integer("lease_until").notNull().default(0),
	/** The arrival of the enqueued queue message, in milliseconds; 0: none. */
	wakeAt: integer("wake_at").notNull().default(0),
});

/** Signing secrets. Only services/messaging reads them; archives leave them out. */
export const webhookSecrets = sqliteTable("webhook_secrets", {
	webhookId: text("webhook_id").primaryKey(),
	secret: text("secret").notNull(),
	/** Also signs until `previousUntil`. */
	previousSecret: text("previous_secret"),
	previousUntil: integer("previous_until", { mode: "timestamp_ms" }),
	createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
});

/** One try. Never the receiver's answer. */
export interface StoredTry {
	at: number;
	statusCode: number | null;
	reason: string | null;
	milliseconds: number;
}

/** An event for a webhook. WITHOUT ROWID (migration 0020): a webhook's rows are stored together. */
export const webhookDeliveries = sqliteTable(
	"webhook_deliveries",
	{
		webhookId: text("webhook_id").notNull(),
		eventId: text("event_id").notNull(),
		event: text("event").notNull(),
		subjectId: text("subject_id"),
		eventAt: integer("event_at", { mode: "timestamp_ms" }).notNull(),
		status: text("status", { enum: deliveryStatuses }).notNull(),
		/** The next try of a pending delivery, in milliseconds. */
		dueAt: integer("due_at").notNull(),
		/** Tries count from this instant, in milliseconds. */
		countedFrom: integer("counted_from").notNull(),
		tries: text("tries", { mode: "json" }).$type<StoredTry[]>().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.webhookId, table.eventId] }),
		index("webhook_deliveries_due").on(table.webhookId, table.dueAt).where(sql`status = 'pending'`),
	],
);
