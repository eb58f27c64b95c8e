import { campaignSenders } from "@cloudpbx/db/schema/campaigns";
import { and, eq, lte, sql } from "drizzle-orm";
import { SlotBook } from "../domain/slot-book.ts";
import type { Campaigns } from "../open-campaigns.ts";

/** The right to send from a number, until it is given back or runs out. Instants in milliseconds. */
export interface SenderLease {
	id: string;
	number: string;
	/** Null until the first slot is given away, when the run before left nothing to go on from. */
	book: SlotBook | null;
	/** From when on nothing has been given away. */
	nextSlotAt: number;
	slowness: number;
	/** When a queue message for it will come that was sent earlier; in the past when none will. */
	wakeAt: number;
}

/** Behind the last slot: a claim of recipients renews it long before. Half of the time after which claims run out. */
function leaseMilliseconds({ claimSeconds }: Campaigns): number {
	return claimSeconds * 500;
}

/** What lies further back is no stall that could be made up for. */
const stallMilliseconds = 3000;

/** Null while another run sends from this number. */
export async function takeLease(campaigns: Campaigns, number: string): Promise<SenderLease | null> {
	const { db, now } = campaigns;
	const at = now().getTime();
	const id = crypto.randomUUID();
	const leaseUntil = at + leaseMilliseconds(campaigns);
	const [[before], [row]] = await db.batch([
		db.select().from(campaignSenders).where(eq(campaignSenders.number, number)),
		db
			.insert(campaignSenders)
			.values({ number, leaseId: id, leaseUntil })
			.onConflictDoUpdate({
				target: campaignSenders.number,
				set: { leaseId: id, leaseUntil, recentSlots: null },
				setWhere: lte(campaignSenders.leaseUntil, at),
			})
			.returning(),
	]);
	if (row?.leaseId !== id) return null;
	const { nextSlotAt, slowness, wakeAt } = row;
	const recent = before?.recentSlots ?? null;
	const book = recent && nextSlotAt >= at - stallMilliseconds ? new SlotBook(recent) : null;
	return { id, number, nextSlotAt, slowness, wakeAt, book };
}

/** The next slot of so many milliseconds. Nobody knows what went out before: then as if there had been no pause. */
export function takeSlot(lease: SenderLease, length: number, at: number): number {
	lease.book ??= SlotBook.full(Math.max(lease.nextSlotAt, at), length);
	const slot = lease.book.take(length, at);
	lease.nextSlotAt = lease.book.end;
	return slot.at;
}

/** A statement for the batch of a claim: the lease outlasts the last slot that was given away. */
export function renewLease(campaigns: Campaigns, lease: SenderLease) {
	const { db, now } = campaigns;
	const { nextSlotAt, slowness } = lease;
	const leaseUntil = Math.max(now().getTime(), nextSlotAt) + leaseMilliseconds(campaigns);
	return db.update(campaignSenders).set({ nextSlotAt, slowness, leaseUntil }).where(isMine(lease));
}

export async function releaseLease({ db, now }: Campaigns, lease: SenderLease): Promise<void> {
	const { nextSlotAt, slowness, wakeAt, book } = lease;
	const recentSlots = book?.recent(now().getTime()) ?? null;
	await db
		.update(campaignSenders)
		.set({ nextSlotAt, slowness, leaseUntil: 0, wakeAt, recentSlots })
		.where(isMine(lease));
}

export function holdsLease({ number, id }: SenderLease) {
	return sql`EXISTS (SELECT 1 FROM campaign_senders WHERE number = ${number} AND lease_id = ${id})`;
}

function isMine({ number, id }: SenderLease) {
	return and(eq(campaignSenders.number, number), eq(campaignSenders.leaseId, id));
}
