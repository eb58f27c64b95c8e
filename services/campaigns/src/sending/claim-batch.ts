import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignRecipients, campaigns } from "@cloudpbx/db/schema/campaigns";
import { plannedMilliseconds } from "@cloudpbx/domain/pacing/slot-book";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type Move, moveRecipients } from "../outcomes/move-recipients.ts";
import { holdsLease, renewLease } from "./lease.ts";
import {
	batchTextsOf,
	type Candidate,
	type HeldRecipient,
	type PlannedText,
	planBatch,
} from "./plan-batch.ts";
import type { RunState } from "./run-state.ts";

/** Maximum candidates while recipients are in quiet hours: a whole list is put aside in few steps. */
const heldMax = 500;

export interface ClaimedText extends PlannedText {
	claimedUntil: number;
}

/** Claims the number's next texts in two round trips. Null: no recipient is due. */
export async function claimBatch(
	ctx: Context,
	state: RunState,
	endsAt: number,
): Promise<ClaimedText[] | null> {
	const { lease, slots, served, roundTrips } = state;
	const at = ctx.now();
	const select = (count: number) => roundTrips.timed(() => selectCandidates(ctx, lease.number, at, count));
	const plan = (candidates: readonly Candidate[]) => {
		const now = ctx.now().getTime();
		const earliest = Math.max(now + state.readyMilliseconds, slots.all().length === 0 ? lease.nextSlotAt : 0);
		return planBatch({ candidates, sender: lease, slots: slots.all(), served, now, earliest, endsAt });
	};
	let candidates = await select(batchTextsOf(lease.fastestPerSecond));
	if (candidates.length === 0) return null;
	let { texts, held } = plan(candidates);
	if (held.length * 2 > candidates.length) {
		candidates = await select(heldMax);
		({ texts, held } = plan(candidates));
	}
	const claims = texts.map((text) => ({ ...text, claimedUntil: text.slot.at + ctx.claimSeconds * 1000 }));
	const ends = texts.map(({ slot }) => slot.at + Math.round(plannedMilliseconds(slot.length)));
	lease.nextSlotAt = Math.max(lease.nextSlotAt, ...ends);
	const guard = sql`${holdsLease(lease)}
		AND EXISTS (SELECT 1 FROM campaigns WHERE id = r.campaign_id AND status = 'sending')`;
	const [, moved = [], [renewed] = []] = await roundTrips.timed(() =>
		runBatch(ctx.db, [
			...moveRecipients([...held.map(toHold), ...claims.map(toClaim)], at, guard),
			renewLease(ctx, lease, { ...slots.last, roundTripMilliseconds: roundTrips.milliseconds }),
		]),
	);
	lease.slowness = Number(renewed?.slowness ?? lease.slowness);
	const mine = new Set(moved.map(({ campaignId, position }) => `${campaignId} ${position}`));
	const claimed = claims.filter(({ campaignId, position }) => mine.has(`${campaignId} ${position}`));
	for (const { campaignId, slot } of claimed) served.set(campaignId, slot.at);
	return claimed;
}

/** Selects up to `count` due recipients per campaign. Expired claims come first: their texts may be half sent. */
async function selectCandidates(
	{ db, claimSeconds }: Context,
	number: string,
	at: Date,
	count: number,
): Promise<Candidate[]> {
	const due = (status: SQL) => sql`SELECT * FROM (SELECT q.position FROM campaign_recipients q
		WHERE q.campaign_id = ${campaigns.id} AND q.status = ${status} AND q.due_at <= ${at.getTime()}
		ORDER BY q.due_at, q.position LIMIT ${count})`;
	const lastClaimed = sql`(SELECT max(s.due_at) FROM campaign_recipients s
		WHERE s.campaign_id = ${campaigns.id} AND s.status = 'sending') - ${claimSeconds * 1000}`;
	const rows = await db
		.select({
			campaignId: campaigns.id,
			message: campaigns.message,
			quietHours: campaigns.quietHours,
			ratePerSecond: campaigns.ratePerSecond,
			startedAt: sql<number | null>`${campaigns.startedAt}`,
			lastSlotAt: sql<number>`max(coalesce(${campaigns.lastTakenAt}, 0), coalesce(${lastClaimed}, 0))`,
			position: campaignRecipients.position,
			number: campaignRecipients.number,
			fields: campaignRecipients.fields,
			timeZone: campaignRecipients.timeZone,
			state: campaignRecipients.state,
			status: campaignRecipients.status,
			dueAt: campaignRecipients.dueAt,
			attempts: campaignRecipients.attempts,
		})
		.from(campaigns)
		.innerJoin(
			campaignRecipients,
			and(
				eq(campaignRecipients.campaignId, campaigns.id),
				sql`${campaignRecipients.position} IN (${due(sql`'sending'`)} UNION ALL ${due(sql`'queued'`)})`,
			),
		)
		.where(and(eq(campaigns.status, "sending"), eq(campaigns.fromNumber, number)))
		.orderBy(
			campaigns.startedAt,
			sql`${campaignRecipients.status} DESC`,
			campaignRecipients.dueAt,
			campaignRecipients.position,
		);
	return rows;
}

function toHold({ campaignId, position, dueBefore, opensAt, rule }: HeldRecipient): Move {
	const change = { dueAt: opensAt, reason: rule };
	return { campaignId, position, to: "queued", from: ["queued"], dueBefore, ...change };
}

function toClaim({ campaignId, position, claimedUntil, dueBefore }: ClaimedText): Move {
	const from = ["queued", "sending"] as const;
	return {
		campaignId,
		position,
		to: "sending",
		from,
		dueBefore,
		dueAt: claimedUntil,
		reason: null,
	};
}
