import { noticeKinds, noticeWays } from "@cloudpbx/contracts/words/notice-kinds";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * That a person is to be told of something. Ids only: the words are made when it is sent, of what is true then. Kept for a month.
 */
export const notices = sqliteTable(
	"notices",
	{
		/** Made from the person, the kind and the occasion: what is reported twice is told once. */
		id: text("id").primaryKey(),
		userId: text("user_id").notNull(),
		kind: text("kind", { enum: noticeKinds }).notNull(),
		/** The call, voicemail, conversation, campaign or number. */
		subjectId: text("subject_id").notNull(),
		happenedAt: integer("happened_at", { mode: "timestamp_ms" }).notNull(),
		/** Not sent before. Of a claimed one: when somebody else may take it, because its sender died. */
		dueAt: integer("due_at", { mode: "timestamp_ms" }).notNull(),
		/** It came at night and waits for the morning, or is one of many: told together with others. */
		isHeld: integer("is_held", { mode: "boolean" }).notNull().default(false),
		status: text("status", { enum: ["waiting", "claimed", "sent", "dropped"] }).notNull(),
		/** When it was first claimed to be sent. */
		claimedAt: integer("claimed_at", { mode: "timestamp_ms" }),
		/** The text or e-mail that tells it, alone or with others: sent again under the same id. */
		bundleId: text("bundle_id"),
		way: text("way", { enum: noticeWays }),
		/** How often it was claimed. */
		attempts: integer("attempts").notNull().default(0),
		/** Why it was dropped. */
		reason: text("reason"),
	},
	(table) => [
		index("notices_due").on(table.dueAt, table.userId).where(sql`status IN ('waiting', 'claimed')`),
		index("notices_open").on(table.userId, table.dueAt).where(sql`status IN ('waiting', 'claimed')`),
		index("notices_claimed").on(table.userId, table.claimedAt).where(sql`claimed_at IS NOT NULL`),
		index("notices_subject").on(table.subjectId),
		index("notices_happened").on(table.happenedAt),
	],
);

/** Events of the outbox that people are perhaps to be told of, until it is decided who is. Ids only. */
export const noticeEvents = sqliteTable("notice_events", {
	/** Of `office_events`. */
	id: text("id").primaryKey(),
	event: text("event").notNull(),
	subjectId: text("subject_id").notNull(),
	at: integer("at", { mode: "timestamp_ms" }).notNull(),
});
