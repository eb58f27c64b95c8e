import { notices } from "@cloudpbx/db/schema/messaging";
import { and, inArray, lt, lte, notInArray } from "drizzle-orm";
import type { Context } from "../context.ts";
import { listenForNotices } from "../notices/listen-for-notices.ts";
import { planStoredEvents } from "../notices/plan-notices.ts";
import { sendNotices } from "../notices/send-notices.ts";

/** Maximum people whose notices one sweep sends; the next continues. */
const peopleMax = 20;
/** Maximum rows that one sweep deletes. */
const deletedMax = 500;
const keptMilliseconds = 30 * 24 * 60 * 60 * 1000;

/**
 * Decides events that were left over, sends what is due and has no job, such as a morning's summary, and deletes old rows. Returns the
 * number of people told.
 */
export async function sweepNotices(ctx: Context): Promise<number> {
	const { db, now } = ctx;
	await listenForNotices(ctx);
	await planStoredEvents(ctx);
	const isOpen = inArray(notices.status, ["waiting", "claimed"]);
	const due = await db
		.selectDistinct({ userId: notices.userId })
		.from(notices)
		.where(and(isOpen, lte(notices.dueAt, now())))
		.limit(peopleMax);
	for (const { userId } of due) await sendNotices(ctx, userId);
	await db.delete(notices).where(
		inArray(
			notices.id,
			db
				.select({ id: notices.id })
				.from(notices)
				.where(
					and(
						lt(notices.happenedAt, new Date(now().getTime() - keptMilliseconds)),
						notInArray(notices.status, ["waiting", "claimed"]),
					),
				)
				.limit(deletedMax),
		),
	);
	return due.length;
}
