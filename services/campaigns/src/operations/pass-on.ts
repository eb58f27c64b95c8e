import { describeError, log } from "@cloudpbx/kit/log";
import { sql } from "drizzle-orm";
import type { Campaigns } from "../open-campaigns.ts";
import { releaseLease, type SenderLease } from "./sender-lease.ts";

/** A queue keeps a message back no longer; then it finds nothing to do and sends the next one. */
const delaySecondsMax = 12 * 60 * 60;

/**
 * Gives the lease back and sends the next queue message for a number that has anything left to do, for the moment at which it
 * has, unless one is on its way that comes in time.
 */
export async function passOn(campaigns: Campaigns, lease: SenderLease): Promise<void> {
	const due = await findNextDue(campaigns, lease.number);
	const at = campaigns.now().getTime();
	const delaySeconds = due === null ? null : delayUntil(due, at);
	const isAwaited = lease.wakeAt > at && due !== null && lease.wakeAt <= due;
	const isSent = delaySeconds !== null && !isAwaited;
	if (isSent) lease.wakeAt = at + delaySeconds * 1000;
	// First: whoever comes while the lease is held steps aside.
	await releaseLease(campaigns, lease);
	if (isSent) await wake(campaigns, lease.number, delaySeconds);
}

/** When somebody has his turn whom this number texts, in milliseconds; null: nobody waits. */
async function findNextDue({ db }: Campaigns, sender: string): Promise<number | null> {
	const [row] = await db.all<{ due: number | null }>(sql`SELECT min(due) AS due FROM (
		SELECT (SELECT min(due_at) FROM campaign_recipients WHERE campaign_id = c.id AND status = 'queued') AS due
		FROM campaigns c WHERE c.status = 'sending' AND c.from_number = ${sender}
		UNION ALL
		SELECT (SELECT min(due_at) FROM campaign_recipients WHERE campaign_id = c.id AND status = 'sending') AS due
		FROM campaigns c WHERE c.status = 'sending' AND c.from_number = ${sender}
		UNION ALL
		SELECT min(start_at) FROM campaigns WHERE status = 'scheduled' AND from_number = ${sender} AND is_complete = 1)`);
	return row?.due ?? null;
}

function delayUntil(due: number, at: number): number {
	return Math.min(delaySecondsMax, Math.max(0, Math.ceil((due - at) / 1000)));
}

/** What a queue does not take is found by the sweeper. */
export async function wake({ queue }: Campaigns, sender: string, delaySeconds = 0): Promise<void> {
	try {
		await queue.send({ sender }, { delaySeconds: Math.min(delaySecondsMax, delaySeconds) });
	} catch (error) {
		log.error("campaign_not_queued", { sender, reason: describeError(error) });
	}
}

/** For campaigns that start at a known moment. */
export function wakeAt(campaigns: Campaigns, sender: string, instant: Date): Promise<void> {
	return wake(campaigns, sender, delayUntil(instant.getTime(), campaigns.now().getTime()));
}
