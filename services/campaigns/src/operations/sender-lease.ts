import { campaignSenders } from "@cloudpbx/db/schema/campaigns";
import { and, eq, lte, sql } from "drizzle-orm";
import type { Campaigns } from "../open-campaigns.ts";

/** The right to send from a number, until it is given back or runs out. Instants in milliseconds. */
export interface SenderLease {
	id: string;
	number: string;
	/** From when on the next text may go. */
	nextSlotAt: number;
	slowness: number;
	/** When a queue message for it will come that was sent earlier; in the past when none will. */
	wakeAt: number;
}

/** A claim of recipients renews it; between two claims no run takes so long. */
const leaseMilliseconds = 45_000;

/** Null while another run sends from this number. */
export async function takeLease({ db, now }: Campaigns, number: string): Promise<SenderLease | null> {
	const at = now().getTime();
	const id = crypto.randomUUID();
	const leaseUntil = at + leaseMilliseconds;
	const [row] = await db
		.insert(campaignSenders)
		.values({ number, leaseId: id, leaseUntil })
		.onConflictDoUpdate({
			target: campaignSenders.number,
			set: { leaseId: id, leaseUntil },
			setWhere: lte(campaignSenders.leaseUntil, at),
		})
		.returning();
	if (row?.leaseId !== id) return null;
	const { nextSlotAt, slowness, wakeAt } = row;
	return { id, number, nextSlotAt, slowness, wakeAt };
}

/** A statement for the batch of a claim: the lease outlasts the last slot that was given away. */
export function renewLease({ db, now }: Campaigns, lease: SenderLease) {
	const { nextSlotAt, slowness } = lease;
	const leaseUntil = Math.max(now().getTime(), nextSlotAt) + leaseMilliseconds;
	return db.update(campaignSenders).set({ nextSlotAt, slowness, leaseUntil }).where(isMine(lease));
}

export async function releaseLease({ db }: Campaigns, lease: SenderLease): Promise<void> {
	const { nextSlotAt, slowness, wakeAt } = lease;
	await db.update(campaignSenders).set({ nextSlotAt, slowness, leaseUntil: 0, wakeAt }).where(isMine(lease));
}

export function holdsLease({ number, id }: SenderLease) {
	return sql`EXISTS (SELECT 1 FROM campaign_senders WHERE number = ${number} AND lease_id = ${id})`;
}

function isMine({ number, id }: SenderLease) {
	return and(eq(campaignSenders.number, number), eq(campaignSenders.leaseId, id));
}
