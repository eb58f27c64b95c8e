import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignRecipients, campaigns } from "@cloudpbx/db/schema/campaigns";
import { renderMessage } from "@cloudpbx/domain/merge-fields/render-message";
import { mayMarketAt } from "@cloudpbx/domain/quiet-hours/send-window";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { shareTurns } from "../domain/share-turns.ts";
import type { Campaigns } from "../open-campaigns.ts";
import { formLines, type Line } from "./form-lines.ts";
import { type Move, moveRecipients } from "./move-recipients.ts";
import { holdsLease, renewLease, type SenderLease, takeSlot } from "./sender-lease.ts";

/** A recipient that this run alone may send to, and when. */
export interface Turn {
	campaignId: string;
	position: number;
	number: string;
	body: string;
	segments: number;
	attempts: number;
	quietHours: boolean;
	timeZone: string | null;
	state: string | null;
	slotAt: number;
	/** Until when the claim is ours, and the mark by which it is known. */
	claimedUntil: number;
	/** The mark before that: whoever claimed him in between has changed it. */
	dueWas: number;
}

export interface Claim {
	turns: Turn[];
	/** Nobody waits whose turn has come. */
	isDry: boolean;
}

/** Who sleeps is looked at in large numbers, so that an evening's list is put aside in few steps. */
const sleepersMax = 500;
/** Another campaign of the sender waits no longer than a part to be heard; shorter ones share evenly from the beginning. */
const partMilliseconds = { young: 5200, settled: 12_500 };
/** A campaign is young for so long. */
const youthMilliseconds = 30_000;
/** Texts in a part, at any rate: what has been handed over already when a campaign is stopped. */
const turnsMax = 12;

export type Candidate = Awaited<ReturnType<typeof selectCandidates>>[number];

/**
 * The next texts of a sender: shared between its campaigns, each with its slot. Whose quiet hours it is waits until they end.
 * Two round trips; nobody is claimed when the lease is lost or the campaign was stopped meanwhile.
 */
export async function claimTurns(campaigns: Campaigns, lease: SenderLease, endsAt: number): Promise<Claim> {
	const at = campaigns.now();
	let candidates = await selectCandidates(campaigns, lease.number, at, turnsMax);
	let sleepers = candidates.filter((one) => isAsleep(one, at));
	if (candidates.length > 0 && sleepers.length * 2 > candidates.length) {
		candidates = await selectCandidates(campaigns, lease.number, at, sleepersMax);
		sleepers = candidates.filter((one) => isAsleep(one, at));
	}
	if (candidates.length === 0) return { turns: [], isDry: true };
	const awake = candidates.filter((one) => !sleepers.includes(one));
	const lines = await formLines(campaigns, lease, awake);
	const turns = giveSlots(campaigns, lease, choose(lines, lease, at.getTime(), endsAt));
	const moves = [...sleepers.map((one) => holdUntilOpen(one, at)), ...turns.map(claim)];
	const guard = sql`${holdsLease(lease)}
		AND EXISTS (SELECT 1 FROM campaigns WHERE id = r.campaign_id AND status = 'sending')`;
	const [, moved = [], [renewed] = []] = await runBatch(campaigns.db, [
		...moveRecipients(moves, at, guard),
		renewLease(campaigns, lease),
	]);
	lease.slowness = Number(renewed?.slowness ?? lease.slowness);
	const mine = new Set(moved.map(({ campaignId, position }) => `${campaignId} ${position}`));
	return {
		turns: turns.filter(({ campaignId, position }) => mine.has(`${campaignId} ${position}`)),
		isDry: false,
	};
}

/** Of each campaign of the sender so many whose turn has come: first those whose claim ran out, their texts may be half sent. */
function selectCandidates({ db }: Campaigns, number: string, at: Date, count: number) {
	const due = (status: SQL) => sql`SELECT * FROM (SELECT q.position FROM campaign_recipients q
		WHERE q.campaign_id = ${campaigns.id} AND q.status = ${status} AND q.due_at <= ${at.getTime()}
		ORDER BY q.due_at, q.position LIMIT ${count})`;
	return db
		.select({
			campaignId: campaigns.id,
			message: campaigns.message,
			quietHours: campaigns.quietHours,
			ratePerSecond: campaigns.ratePerSecond,
			startedAt: campaigns.startedAt,
			lastTakenAt: campaigns.lastTakenAt,
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
}

/** A text that may be half sent is the gate's to judge: the carrier is asked first. */
function isAsleep({ quietHours, status, ...recipient }: Candidate, at: Date): boolean {
	return status === "queued" && quietHours && !mayMarketAt(recipient, at).allowed;
}

function holdUntilOpen({ campaignId, position, dueAt, ...recipient }: Candidate, at: Date): Move {
	const window = mayMarketAt(recipient, at);
	const opening = window.allowed ? {} : { dueAt: window.opensAt.getTime(), reason: window.rule };
	return { campaignId, position, to: "queued", from: ["queued"], dueWas: dueAt, ...opening };
}

/** Who is next, of all campaigns in turn; no more than fit into the rest of the run. */
function choose(lines: readonly Line[], lease: SenderLease, now: number, endsAt: number): Line[] {
	const from = Math.max(now, lease.nextSlotAt);
	const isYoung = lines.some(({ waiting }) =>
		waiting.some(({ startedAt }) => now - (startedAt?.getTime() ?? 0) < youthMilliseconds),
	);
	const span = Math.min(partMilliseconds[isYoung ? "young" : "settled"], endsAt - from);
	const gap = Math.min(...lines.map(({ distanceOf }) => distanceOf(1)));
	const turns = Math.max(1, Math.min(turnsMax, Math.floor(span / gap)));
	const fitting = lines.map((line) => {
		const left = from + span - Math.max(from, line.nextAt);
		const fit = line.isSlow ? Math.max(0, Math.floor(left / line.distanceOf(1)) + 1) : turns;
		return Math.min(line.waiting.length, fit);
	});
	const shares = shareTurns(turns, fitting);
	return lines.map((line, index) => ({ ...line, waiting: line.waiting.slice(0, shares[index]) }));
}

/** Each text has its slot behind the one before: one of each campaign in turn, but nobody waits for a slow one's moment. */
function giveSlots({ now, claimSeconds }: Campaigns, lease: SenderLease, lines: Line[]): Turn[] {
	const at = now().getTime();
	const turns: Turn[] = [];
	let left = lines.filter(({ waiting }) => waiting.length > 0);
	while (left.length > 0) {
		const slotFrom = Math.max(at, lease.nextSlotAt);
		const line =
			left.find(({ nextAt }) => nextAt <= slotFrom) ??
			left.reduce((one, other) => (other.nextAt < one.nextAt ? other : one));
		const [candidate, ...waiting] = line.waiting;
		left = left.filter((one) => one !== line);
		if (!candidate) continue;
		const { campaignId, position, number, message, fields, attempts, quietHours, timeZone, state } =
			candidate;
		const body = renderMessage(message, fields);
		const { segments } = countSegments(body);
		const turn = { campaignId, position, number, body, segments, attempts, quietHours, timeZone, state };
		const slotAt = takeSlot(lease, line.lengthOf(segments), Math.max(at, line.nextAt));
		lease.served.set(campaignId, slotAt);
		turns.push({ ...turn, slotAt, claimedUntil: slotAt + claimSeconds * 1000, dueWas: candidate.dueAt });
		const nextAt = line.isSlow ? slotAt + line.distanceOf(segments) : 0;
		if (waiting.length > 0) left.push({ ...line, waiting, nextAt });
	}
	return turns;
}

function claim({ campaignId, position, claimedUntil, dueWas }: Turn): Move {
	const from = ["queued", "sending"] as const;
	return { campaignId, position, to: "sending", from, dueWas, dueAt: claimedUntil, reason: null };
}
