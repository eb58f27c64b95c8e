import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { enqueueRun, runLeadMilliseconds } from "./enqueue-run.ts";

/** A queue message that arrives later does not cover recipients that became due meanwhile. */
const arrivesSoonMilliseconds = 30_000;

export async function enqueueDueRuns(ctx: Context): Promise<number> {
	const { db, now } = ctx;
	const at = now().getTime();
	const due = (status: string) =>
		sql`EXISTS (SELECT 1 FROM campaign_recipients r WHERE r.campaign_id = c.id AND r.status = ${status} AND r.due_at <= ${at})`;
	const senders = await db.all<{
		sender: string;
	}>(sql`SELECT DISTINCT c.from_number AS sender FROM campaigns c
		LEFT JOIN campaign_senders s ON s.number = c.from_number
		WHERE c.status = 'sending' AND coalesce(s.lease_until, 0) <= ${at}
			AND coalesce(s.next_slot_at, 0) <= ${at + runLeadMilliseconds}
			AND coalesce(s.wake_at, 0) NOT BETWEEN ${at + 1} AND ${at + arrivesSoonMilliseconds} AND (${due("queued")} OR ${due("sending")})`);
	for (const { sender } of senders) await enqueueRun(ctx, sender);
	return senders.length;
}
