import type { Slot } from "@cloudpbx/contracts/texts/sending";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignSenders } from "@cloudpbx/db/schema/campaigns";
import { describeError, log } from "@cloudpbx/kit/log";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type Lease, releaseLease } from "./lease.ts";

/** The time between the begin of a run and its first slot. */
export const runLeadMilliseconds = 1000;

const delaySecondsMax = 12 * 60 * 60;

/**
 * Releases the lease and enqueues the next run, unless an earlier message arrives in time. Release and check are
 * one transaction: messages during the lease were skipped, so the check must see their work.
 */
export async function enqueueNextRun(
	ctx: Context,
	lease: Lease,
	slots: Slot[] | null,
	leadMilliseconds = runLeadMilliseconds,
): Promise<void> {
	const { db, now } = ctx;
	const [, [row] = []] = await runBatch(db, [releaseLease(ctx, lease, slots), selectNextDue(lease.number)]);
	if (typeof row?.due !== "number") return;
	const at = now().getTime();
	const slotLeadAt = lease.nextSlotAt - leadMilliseconds;
	const next = Math.min(Math.max(row.due, slotLeadAt), at + delaySecondsMax * 1000);
	// Queues delay messages by whole seconds.
	if (lease.wakeAt > at && lease.wakeAt < next + 1000) return;
	const slotSeconds = Math.floor((slotLeadAt - at) / 1000);
	const delaySeconds = Math.min(delaySecondsMax, Math.max(delayUntil(row.due, at), slotSeconds));
	const isSent = await enqueueRun(ctx, lease.number, delaySeconds);
	if (!isSent || delaySeconds === 0) return;
	const wakeAt = at + delaySeconds * 1000;
	await db.update(campaignSenders).set({ wakeAt }).where(eq(campaignSenders.number, lease.number));
}

function selectNextDue(sender: string): SQL {
	return sql`SELECT min(due) AS due FROM (
		SELECT (SELECT min(due_at) FROM campaign_recipients WHERE campaign_id = c.id AND status = 'queued') AS due
		FROM campaigns c WHERE c.status = 'sending' AND c.from_number = ${sender}
		UNION ALL
		SELECT (SELECT min(due_at) FROM campaign_recipients WHERE campaign_id = c.id AND status = 'sending') AS due
		FROM campaigns c WHERE c.status = 'sending' AND c.from_number = ${sender}
		UNION ALL
		SELECT min(start_at) FROM campaigns WHERE status = 'scheduled' AND from_number = ${sender} AND is_complete = 1)`;
}

function delayUntil(due: number, at: number): number {
	return Math.min(delaySecondsMax, Math.max(0, Math.ceil((due - at) / 1000)));
}

/** Returns whether the queue accepted the message. The sweeper repeats a lost one. */
export async function enqueueRun({ queue }: Context, sender: string, delaySeconds = 0): Promise<boolean> {
	try {
		await queue.send({ sender }, { delaySeconds: Math.min(delaySecondsMax, delaySeconds) });
		return true;
	} catch (error) {
		log.error("campaign_not_queued", { sender, reason: describeError(error) });
		return false;
	}
}

export function enqueueRunAt(ctx: Context, sender: string, instant: Date): Promise<boolean> {
	return enqueueRun(ctx, sender, delayUntil(instant.getTime(), ctx.now().getTime()));
}
