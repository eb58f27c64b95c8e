import { runBatch } from "@cloudpbx/db/run-batch";
import { noticeEvents, notices } from "@cloudpbx/db/schema/notices";
import { and, asc, inArray, lt, lte, notInArray } from "drizzle-orm";
import type { Context } from "../context.ts";
import { selectIsHeard } from "../events/drain-events.ts";
import { chooseEars } from "../notices/listen-for-notices.ts";
import { planNotices } from "../notices/plan-notices.ts";
import { sendNotices } from "../notices/send-notices.ts";

/** Maximum events, and people, per sweep; the next sweep continues. */
const eventsMax = 100;
const peopleMax = 20;
const deletedMax = 500;
const keptMilliseconds = 30 * 24 * 60 * 60 * 1000;

const openStatuses: (typeof notices.$inferSelect)["status"][] = ["waiting", "claimed"];

/** Returns the number of people. One round trip when there is nothing to do. */
export async function sweepNotices(ctx: Context): Promise<number> {
	const { db } = ctx;
	const now = ctx.now();
	const [, [ears] = [], leftOver = [], due = []] = await runBatch(db, [
		chooseEars(ctx.isEmailOn),
		selectIsHeard,
		db.select().from(noticeEvents).orderBy(asc(noticeEvents.id)).limit(eventsMax),
		db
			.selectDistinct({ userId: notices.userId })
			.from(notices)
			.where(and(inArray(notices.status, openStatuses), lte(notices.dueAt, now)))
			.limit(peopleMax),
		db.delete(notices).where(
			inArray(
				notices.id,
				db
					.select({ id: notices.id })
					.from(notices)
					.where(
						and(
							lt(notices.happenedAt, new Date(now.getTime() - keptMilliseconds)),
							notInArray(notices.status, openStatuses),
						),
					)
					.limit(deletedMax),
			),
		),
	]);
	await ctx.hearEvents(ears?.is_heard === 1);
	const events = leftOver.map(({ id, event, subject_id, at }) => ({
		id: String(id),
		event: String(event),
		subjectId: String(subject_id),
		at: new Date(Number(at)),
	}));
	if (events.length > 0) await planNotices(ctx, events);
	for (const { user_id } of due) await sendNotices(ctx, String(user_id));
	return due.length;
}
