import { readSettings } from "@cloudpbx/contracts/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { campaignSenders, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, eq, lte, sql } from "drizzle-orm";
import { longestSlotMilliseconds } from "../domain/pace.ts";
import { plannedMilliseconds, SlotBook } from "../domain/slot-book.ts";
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
	/** What the owner chose for the number; null: nothing. */
	chosenPerSecond: number | null;
	/** When a queue message for it will come that was sent earlier; in the past when none will. */
	wakeAt: number;
	/** The last slot that each campaign got from this run. */
	served: Map<string, number>;
}

/** Behind the last slot: a claim of recipients renews it long before. Half of the time after which claims run out. */
function leaseMilliseconds({ claimSeconds }: Campaigns): number {
	return claimSeconds * 500;
}

const slownessMax = 8;

/** What lies further back is no stall that could be made up for. */
const stallMilliseconds = 3000;

/**
 * Null while another run sends from this number. What a campaign left that was slower than those that are sending now, and may
 * have been cancelled, is no longer waited for.
 */
export async function takeLease(campaigns: Campaigns, number: string): Promise<SenderLease | null> {
	const { db, now } = campaigns;
	const at = now().getTime();
	const id = crypto.randomUUID();
	const leaseUntil = at + leaseMilliseconds(campaigns);
	const [[before], [row], sending, rates] = await db.batch([
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
		db
			.selectDistinct({ ratePerSecond: campaignTable.ratePerSecond })
			.from(campaignTable)
			.where(and(eq(campaignTable.status, "sending"), eq(campaignTable.fromNumber, number))),
		db.select().from(settings).where(eq(settings.key, "senderRates")),
	]);
	if (row?.leaseId !== id) return null;
	const { slowness, wakeAt } = row;
	const chosenPerSecond = readSettings(rates).senderRates[number] ?? null;
	const chosen = sending.length === 0 ? [null] : sending.map(({ ratePerSecond }) => ratePerSecond);
	const longest = longestSlotMilliseconds(
		chosen.map((rate) => ({ fromNumber: number, chosenPerSecond: rate ?? chosenPerSecond, slowness })),
	);
	const recent = before?.recentSlots ?? null;
	const book = recent && row.nextSlotAt >= at - stallMilliseconds ? new SlotBook(recent) : null;
	book?.shorten(longest);
	const waited = book ? Math.max(at, book.end) : at + Math.round(plannedMilliseconds(longest));
	const nextSlotAt = Math.min(row.nextSlotAt, waited);
	return { id, number, nextSlotAt, slowness, chosenPerSecond, wakeAt, book, served: new Map() };
}

/** The next slot of so many milliseconds. Nobody knows what went out before: then as if there had been no pause. */
export function takeSlot(lease: SenderLease, length: number, at: number): number {
	lease.book ??= SlotBook.full(Math.max(lease.nextSlotAt, at), length);
	const slot = lease.book.take(length, at);
	lease.nextSlotAt = lease.book.end;
	return slot.at;
}

/** The carrier takes nothing from us until then. */
export function closeNumber(lease: SenderLease, until: number): void {
	lease.book ??= new SlotBook([]);
	lease.book.close(until);
	lease.nextSlotAt = Math.max(lease.nextSlotAt, lease.book.end);
}

/** A statement for the batch of a claim: the lease outlasts the last slot that was given away. Answers the slowness. */
export function renewLease(campaigns: Campaigns, lease: SenderLease) {
	const { db, now } = campaigns;
	const { nextSlotAt } = lease;
	const leaseUntil = Math.max(now().getTime(), nextSlotAt) + leaseMilliseconds(campaigns);
	return db
		.update(campaignSenders)
		.set({ nextSlotAt, leaseUntil })
		.where(isMine(lease))
		.returning({ slowness: campaignSenders.slowness });
}

/** Gives it back, as a statement. */
export function releaseLease({ db, now }: Campaigns, lease: SenderLease) {
	const { nextSlotAt, book } = lease;
	const recentSlots = book?.recent(now().getTime()) ?? null;
	return db.update(campaignSenders).set({ nextSlotAt, leaseUntil: 0, recentSlots }).where(isMine(lease));
}

/** Texts go twice as far apart, or half as far. Whoever has the lease by now hears of it with his next claim. */
export async function changePace({ db }: Campaigns, lease: SenderLease, isTooFast: boolean): Promise<void> {
	const [row] = await db
		.update(campaignSenders)
		.set({ slowness: isTooFast ? sql`min(${slownessMax}, slowness * 2)` : sql`max(1, slowness / 2)` })
		.where(eq(campaignSenders.number, lease.number))
		.returning({ slowness: campaignSenders.slowness });
	lease.slowness = row?.slowness ?? lease.slowness;
}

export function holdsLease({ number, id }: SenderLease) {
	return sql`EXISTS (SELECT 1 FROM campaign_senders WHERE number = ${number} AND lease_id = ${id})`;
}

function isMine({ number, id }: SenderLease) {
	return and(eq(campaignSenders.number, number), eq(campaignSenders.leaseId, id));
}
