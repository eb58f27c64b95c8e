import { notices } from "@cloudpbx/db/schema/notices";
import { and, eq, gt, inArray, lte, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { RecentNotice } from "./bundle-notices.ts";
import { selectPeople } from "./load-people.ts";

export type NoticeRow = typeof notices.$inferSelect;

export const claimedMax = 200;
/** After this time another run may take the notices: the first one has stopped. */
const leaseSeconds = 120;

const isOpen = inArray(notices.status, ["waiting", "claimed"]);

/** One round trip. `people` is empty when the person may no longer sign in. `before`: recent notices. */
export async function claimNotices(ctx: Context, userId: string) {
	const { db, now, noticeFloodSeconds } = ctx;
	const at = now();
	const bundle = sql`coalesce(${notices.bundleId}, ${notices.id})`;
	const [before, rows, people] = await db.batch([
		db
			.select({ kind: notices.kind, at: sql<number>`max(${notices.claimedAt})`.as("told_at") })
			.from(notices)
			.where(
				and(
					eq(notices.userId, userId),
					gt(notices.claimedAt, new Date(at.getTime() - noticeFloodSeconds * 1000)),
					inArray(notices.status, ["claimed", "sent"]),
				),
			)
			.groupBy(notices.kind, bundle),
		db
			.update(notices)
			.set({
				status: "claimed",
				claimedAt: sql`coalesce(${notices.claimedAt}, ${at.getTime()})`,
				dueAt: new Date(at.getTime() + leaseSeconds * 1000),
				attempts: sql`${notices.attempts} + 1`,
			})
			.where(
				inArray(
					notices.id,
					db
						.select({ id: notices.id })
						.from(notices)
						.where(and(eq(notices.userId, userId), isOpen, lte(notices.dueAt, at)))
						.orderBy(notices.dueAt)
						.limit(claimedMax),
				),
			)
			.returning(),
		selectPeople(ctx, userId),
	]);
	return {
		rows,
		people,
		before: before.map(({ kind, at: toldAt }): RecentNotice => ({ kind, at: new Date(toldAt) })),
	};
}

export type NoticeChange = { id: string } & (
	| { status: "sent" }
	| { status: "dropped"; reason: string }
	| { status: "waiting"; dueAt: Date; isHeld: true }
	/** Tried again under the same bundle id. */
	| { status: "waiting"; dueAt: Date; isHeld: false }
	| { status: "claimed"; bundleId: string; way: "text" | "email" }
);

/** Notices that another run has finished meanwhile stay as they are. */
export async function storeChanges({ db }: Context, changes: readonly NoticeChange[]): Promise<void> {
	if (changes.length === 0) return;
	const encoded = changes.map((change) => ({
		...change,
		...(change.status === "waiting" && { dueAt: change.dueAt.getTime() }),
	}));
	const field = (name: string) => sql.raw(`r.value ->> '$.${name}'`);
	await db.run(sql`UPDATE notices SET
			status = ${field("status")},
			reason = ${field("reason")},
			due_at = coalesce(${field("dueAt")}, due_at),
			is_held = max(is_held, coalesce(${field("isHeld")}, 0)),
			claimed_at = CASE WHEN ${field("isHeld")} = 1 THEN NULL ELSE claimed_at END,
			attempts = CASE WHEN ${field("isHeld")} = 1 THEN 0 ELSE attempts END,
			bundle_id = coalesce(${field("bundleId")}, bundle_id),
			way = coalesce(${field("way")}, way)
		FROM json_each(${JSON.stringify(encoded)}) r
		WHERE notices.id = ${field("id")} AND notices.status = 'claimed'`);
}
