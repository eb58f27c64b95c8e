import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignSenders } from "@cloudpbx/db/schema/campaigns";
import { describeError, log } from "@cloudpbx/kit/log";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Campaigns } from "../open-campaigns.ts";
import { releaseLease, type SenderLease } from "./sender-lease.ts";

/** So long before the last slot of one part the next part is claimed. */
export const leadMilliseconds = 1000;

/** A queue keeps a message back no longer; then it finds nothing to do and sends the next one. */
const delaySecondsMax = 12 * 60 * 60;

/**
 * Gives the lease back and sends the next queue message for a number that has anything left to do, for the moment at which it
 * has, unless one is on its way that comes in time. In one transaction: whoever comes while the lease is held steps aside, so
 * that what he came for must be seen here.
 */
export async function passOn(campaigns: Campaigns, lease: SenderLease): Promise<void> {
	const { db, now } = campaigns;
	const [, [row] = []] = await runBatch(db, [releaseLease(campaigns, lease), selectNextDue(lease.number)]);
	if (typeof row?.due !== "number") return;
	const at = now().getTime();
	const slotLeadAt = lease.nextSlotAt - leadMilliseconds;
	const next = Math.min(Math.max(row.due, slotLeadAt), at + delaySecondsMax * 1000);
	// Messages are kept back for whole seconds.
	if (lease.wakeAt > at && lease.wakeAt < next + 1000) return;
	const slotSeconds = Math.floor((slotLeadAt - at) / 1000);
	const delaySeconds = Math.min(delaySecondsMax, Math.max(delayUntil(row.due, at), slotSeconds));
	const isSent = await wake(campaigns, lease.number, delaySeconds);
	if (!isSent || delaySeconds === 0) return;
	const wakeAt = at + delaySeconds * 1000;
	await db.update(campaignSenders).set({ wakeAt }).where(eq(campaignSenders.number, lease.number));
}

/** When somebody has his turn whom this number texts, in milliseconds; null: nobody waits. */
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

/** Answers whether the queue has taken it; what it does not take is found by the sweeper. */
export async function wake({ queue }: Campaigns, sender: string, delaySeconds = 0): Promise<boolean> {
	try {
		await queue.send({ sender }, { delaySeconds: Math.min(delaySecondsMax, delaySeconds) });
		return true;
	} catch (error) {
		log.error("campaign_not_queued", { sender, reason: describeError(error) });
		return false;
	}
}

/** For campaigns that start at a known moment. */
export function wakeAt(campaigns: Campaigns, sender: string, instant: Date): Promise<boolean> {
	return wake(campaigns, sender, delayUntil(instant.getTime(), campaigns.now().getTime()));
}
