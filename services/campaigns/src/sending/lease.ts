import { readSettings } from "@cloudpbx/contracts/office/settings";
import type { Slot } from "@cloudpbx/contracts/texts/sending";
import { ratePerSecondDefault } from "@cloudpbx/contracts/words/setting-limits";
import { settings } from "@cloudpbx/db/schema/admin";
import { campaignSenders, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { plannedMilliseconds, SlotBook } from "@cloudpbx/domain/pacing/slot-book";
import { and, eq, lte, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { ObservedPace } from "../outcomes/pace-words.ts";
import { longestSlotMilliseconds } from "./pace.ts";

/** The right of one run to send from a number, until released or expired. Instants in milliseconds since 1970. */
export interface Lease {
	id: string;
	number: string;
	slowness: number;
	chosenPerSecond: number | null;
	/** The rate of the fastest campaign that was sending when the run began. */
	fastestPerSecond: number;
	/** The previous run's slots; empty when they are unknown. */
	slots: Slot[];
	/** The end of the planned slots. A run that does not know the previous slots begins no earlier. */
	nextSlotAt: number;
	/** The arrival of the queue message that is on its way; a past instant: none. */
	wakeAt: number;
}

const slownessMax = 8;

const stallMilliseconds = 3000;

/** How long a lease outlasts its last slot: half of a claim's duration. */
export function leaseMilliseconds({ claimSeconds }: Context): number {
	return claimSeconds * 500;
}

/** One round trip. Null while another run has the number. */
export async function takeLease(ctx: Context, number: string): Promise<Lease | null> {
	const { db, now } = ctx;
	const at = now().getTime();
	const id = crypto.randomUUID();
	const leaseUntil = at + leaseMilliseconds(ctx);
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
	const fastestPerSecond = Math.max(...chosen.map((rate) => rate ?? chosenPerSecond ?? ratePerSecondDefault));
	const slots = book?.all() ?? [];
	return { id, number, nextSlotAt, slowness, chosenPerSecond, fastestPerSecond, wakeAt, slots };
}

/** Extends the lease beyond the last planned slot, in the transaction of a claim. Returns the slowness. */
export function renewLease(ctx: Context, lease: Lease, observed: ObservedPace) {
	const { db, now } = ctx;
	const { nextSlotAt } = lease;
	const leaseUntil = Math.max(now().getTime(), nextSlotAt) + leaseMilliseconds(ctx);
	return db
		.update(campaignSenders)
		.set({ nextSlotAt, leaseUntil, ...observed })
		.where(isMine(lease))
		.returning({ slowness: campaignSenders.slowness });
}

export function releaseLease({ db }: Context, lease: Lease, slots: Slot[] | null) {
	const { nextSlotAt } = lease;
	return db
		.update(campaignSenders)
		.set({ nextSlotAt, leaseUntil: 0, recentSlots: slots })
		.where(isMine(lease));
}

/** Doubles or halves the distance between texts. The next claim reads it. */
export async function changeSlowness({ db }: Context, lease: Lease, isTooFast: boolean): Promise<void> {
	const [row] = await db
		.update(campaignSenders)
		.set({ slowness: isTooFast ? sql`min(${slownessMax}, slowness * 2)` : sql`max(1, slowness / 2)` })
		.where(eq(campaignSenders.number, lease.number))
		.returning({ slowness: campaignSenders.slowness });
	lease.slowness = row?.slowness ?? lease.slowness;
}

export function holdsLease({ number, id }: Lease) {
	return sql`EXISTS (SELECT 1 FROM campaign_senders WHERE number = ${number} AND lease_id = ${id})`;
}

function isMine({ number, id }: Lease) {
	return and(eq(campaignSenders.number, number), eq(campaignSenders.leaseId, id));
}
