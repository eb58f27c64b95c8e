import { noticeKinds, noticeWays } from "@cloudpbx/contracts/words/notice-kinds";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Notices for persons, kept for a month. Ids only: the words are written when it is sent. */
export const notices = sqliteTable(
	"notices",
	{
		/** Derived from person, kind and occasion: repeated events make one notice. */
		id: text("id").primaryKey(),
		userId: text("user_id").notNull(),
		kind: text("kind", { enum: noticeKinds }).notNull(),
		subjectId: text("subject_id").notNull(),
		happenedAt: integer("happened_at", { mode: "timestamp_ms" }).notNull(),
		/** The earliest sending; of a claimed one, the end of its claim. */
		dueAt: integer("due_at", { mode: "timestamp_ms" }).notNull(),
		/** Bundled with others: it arrived at night or in a flood. */
		isHeld: integer("is_held", { mode: "boolean" }).notNull().default(false),
		status: text("status", { enum: ["waiting", "claimed", "sent", "dropped"] }).notNull(),
		claimedAt: integer("claimed_at", { mode: "timestamp_ms" }),
		/** The text or e-mail that contains it, repeated under the same id. */
		bundleId: text("bundle_id"),
		way: text("way", { enum: noticeWays }),
		attempts: integer("attempts").notNull().default(0),
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

/** Events for which the persons to notify are not decided yet. Ids only. */
export const noticeEvents = sqliteTable("notice_events", {
	id: text("id").primaryKey(),
	event: text("event").notNull(),
	subjectId: text("subject_id").notNull(),
	at: integer("at", { mode: "timestamp_ms" }).notNull(),
});
