import { deliveryStatuses, pauseReasons } from "@cloudpbx/contracts/words/webhook-words";
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * What has happened and nobody was told of yet. Triggers of migration 0020 write a row in the transaction that makes the fact true,
 * whichever Worker it is, and only for events that `event_ears` names. Ids only: no number, name or word of anybody. Sole writers
 * otherwise of all tables here: services/messaging, which hands the rows on and deletes them.
 */
export const officeEvents = sqliteTable("office_events", {
	/** `evt_`, the milliseconds in hexadecimal, something random: in the order of time, and nobody can count events by it. */
	id: text("id").primaryKey(),
	/** One of `officeEventKinds`. */
	event: text("event").notNull(),
	/** Of the call, voicemail, message, conversation, campaign, entry of the consent ledger, or number. */
	subjectId: text("subject_id").notNull(),
	/** A status or a kind, where the subject alone does not say it. */
	detail: text("detail"),
	/** When it was written down. */
	at: integer("at", { mode: "timestamp_ms" }).notNull(),
});

/** Which events somebody wants to hear of: one row, which every trigger of the outbox reads. Names separated by commas. */
export const eventEars = sqliteTable("event_ears", {
	/** Always 1. */
	id: integer("id").primaryKey(),
	/** Triggers on `webhooks` keep it. */
	webhooks: text("webhooks").notNull().default(""),
	/** Kept by the statements that change what people want to be told. */
	notices: text("notices").notNull().default(""),
});

/** Addresses of the owner's other software. */
export const webhooks = sqliteTable("webhooks", {
	id: text("id").primaryKey(),
	url: text("url").notNull(),
	description: text("description").notNull().default(""),
	/** Of `webhookEvents`. */
	events: text("events", { mode: "json" }).$type<string[]>().notNull(),
	isPaused: integer("is_paused", { mode: "boolean" }).notNull().default(false),
	pausedReason: text("paused_reason", { enum: pauseReasons }),
	pausedAt: integer("paused_at", { mode: "timestamp_ms" }),
	/** When it last took an event. */
	succeededAt: integer("succeeded_at", { mode: "timestamp_ms" }),
	/** Since when every try has failed; null: the last one did not. */
	failingSince: integer("failing_since", { mode: "timestamp_ms" }),
	createdBy: text("created_by"),
	createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
	/** Nothing is sent from then on; the row goes when its deliveries are gone. */
	deletedAt: integer("deleted_at", { mode: "timestamp_ms" }),
	/** Grows with every change of what its form shows: a write on an old one is refused. */
	version: integer("version").notNull().default(1),
	/** The run that alone delivers to it, until it gives the lease back or lets it run out. */
	leaseId: text("lease_id"),
	leaseUntil: integer("lease_until").notNull().default(0),
	/** When the next queue message for it will come, as far as one was sent; 0: none. */
	wakeAt: integer("wake_at").notNull().default(0),
});

/** What signs the deliveries. Only services/messaging reads it; no archive holds it. */
export const webhookSecrets = sqliteTable("webhook_secrets", {
	webhookId: text("webhook_id").primaryKey(),
	secret: text("secret").notNull(),
	/** The one before, which signs too until then. */
	previousSecret: text("previous_secret"),
	previousUntil: integer("previous_until", { mode: "timestamp_ms" }),
	createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
});

/** One try, as it is stored. Never what a receiver answered. */
export interface StoredTry {
	/** Milliseconds since 1970. */
	at: number;
	/** Null when no answer came. */
	statusCode: number | null;
	/** Why it did not count, in words; null when it did. */
	reason: string | null;
	milliseconds: number;
}

/** An event for a webhook. The table has no row id of its own (migration 0020): a webhook's rows lie together, in the order of time. */
export const webhookDeliveries = sqliteTable(
	"webhook_deliveries",
	{
		webhookId: text("webhook_id").notNull(),
		/** Of `office_events`, or of a test; the receiver knows the event by it. */
		eventId: text("event_id").notNull(),
		event: text("event").notNull(),
		/** Null in a test. */
		subjectId: text("subject_id"),
		eventAt: integer("event_at", { mode: "timestamp_ms" }).notNull(),
		status: text("status", { enum: deliveryStatuses }).notNull(),
		/** When it is tried, while it is pending. */
		dueAt: integer("due_at").notNull(),
		/** From here on its tries are counted: since it was made, or asked for again. */
		countedFrom: integer("counted_from").notNull(),
		/** The latest, oldest first. */
		tries: text("tries", { mode: "json" }).$type<StoredTry[]>().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.webhookId, table.eventId] }),
		index("webhook_deliveries_due").on(table.webhookId, table.dueAt).where(sql`status = 'pending'`),
	],
);
