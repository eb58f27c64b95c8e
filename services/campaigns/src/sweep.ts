import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignRecipients, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { attemptPart } from "@cloudpbx/kit/attempt-part";
import { log } from "@cloudpbx/kit/log";
import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { announceStates, campaignEvent, selectStates } from "./announce-states.ts";
import type { Context } from "./context.ts";
import { messageIdOf } from "./derive-id.ts";
import { completeCampaigns } from "./outcomes/complete-campaigns.ts";
import { followTexts } from "./outcomes/follow-texts.ts";
import { judgeResult } from "./outcomes/judge-result.ts";
import { type Move, moveRecipients } from "./outcomes/move-recipients.ts";
import { untoldStatuses } from "./outcomes/recipient-states.ts";
import { finishDeletions } from "./planning/delete-campaign.ts";
import { startDue } from "./planning/start-due.ts";
import { enqueueRun, runLeadMilliseconds } from "./sending/enqueue-run.ts";

/** The number of items that each part of the sweep processed; null when the part failed. */
export type SweepReport = Record<
	"followed" | "started" | "uploadsFailed" | "claimsSettled" | "woken" | "closed" | "deleted",
	number | null
>;

/** Maximum batches of reports per sweep. The next sweep, minutes later, continues. */
const followStepsMax = 10;
const claimsMax = 500;
/** A queue message that arrives later than this does not cover recipients that became due meanwhile. */
const wakeSoonMilliseconds = 30_000;

/**
 * Repairs the results of lost queue messages, dead processes and lost reports. A part that fails does not
 * stop the others.
 */
export async function sweep(ctx: Context): Promise<SweepReport> {
	const report: SweepReport = {
		followed: await attemptPart("followed", () => followAll(ctx)),
		started: await attemptPart("started", async () => (await startDue(ctx)).length),
		uploadsFailed: await attemptPart("uploadsFailed", () => failUploads(ctx)),
		claimsSettled: await attemptPart("claimsSettled", () => settleStoppedClaims(ctx)),
		woken: await attemptPart("woken", () => wakeSenders(ctx)),
		closed: await attemptPart("closed", () => completeCampaigns(ctx)),
		deleted: await attemptPart("deleted", () => finishDeletions(ctx)),
	};
	log.info("sweep", report);
	return report;
}

async function followAll(ctx: Context): Promise<number> {
	let steps = 1;
	while (steps < followStepsMax && (await followTexts(ctx))) steps += 1;
	return steps;
}

/** When the last part of a list was stored. It is not the campaign's age: a list may replace an older one. */
const arrivedAt = sql`(SELECT updated_at FROM campaign_recipients WHERE campaign_id = campaigns.id
	ORDER BY position DESC LIMIT 1)`;

/** The sender of the list got no answer and will send it again. */
async function failUploads({ db, now, sweepAfterSeconds, announce }: Context): Promise<number> {
	const failed = await db
		.update(campaignTable)
		.set({
			status: "failed",
			endedAt: now(),
			reason: "Its list of recipients did not arrive completely, so nothing was sent. Send it again.",
		})
		.where(
			and(
				inArray(campaignTable.status, ["draft", "scheduled"]),
				eq(campaignTable.isComplete, false),
				sql`coalesce(${arrivedAt}, created_at) < ${now().getTime() - sweepAfterSeconds * 1000}`,
			),
		)
		.returning({ id: campaignTable.id, status: campaignTable.status });
	announce(failed.map(campaignEvent));
	return failed.length;
}

/**
 * Settles claims that a dead run left in a campaign that was stopped meanwhile. Messaging knows the results
 * of the texts. Unsent texts wait again, until the campaign is resumed or a cancelled one is completed.
 */
async function settleStoppedClaims(ctx: Context): Promise<number> {
	const { db, now, messaging } = ctx;
	const at = now();
	const claims = await db
		.select({
			campaignId: campaignRecipients.campaignId,
			position: campaignRecipients.position,
			number: campaignRecipients.number,
			attempts: campaignRecipients.attempts,
			dueAt: campaignRecipients.dueAt,
		})
		.from(campaignTable)
		.innerJoin(
			campaignRecipients,
			and(
				eq(campaignRecipients.campaignId, campaignTable.id),
				eq(campaignRecipients.status, "sending"),
				lte(campaignRecipients.dueAt, at.getTime()),
			),
		)
		.where(
			and(inArray(campaignTable.status, ["paused", "cancelled"]), sql`${campaignTable.sendingCount} > 0`),
		)
		.limit(claimsMax);
	if (claims.length === 0) return 0;
	const ids = await Promise.all(claims.map(({ campaignId, number }) => messageIdOf(campaignId, number)));
	const found = await messaging.findTexts(ids);
	if (!found.ok) throw new Error(found.error.message);
	const results = new Map(found.value.map((result) => [result.id, result]));
	const moves = claims.flatMap(({ campaignId, position, attempts, dueAt }, index): Move[] => {
		const who = { campaignId, position };
		const again: Move = { ...who, to: "queued", from: ["sending"], dueBefore: dueAt, dueAt: 0 };
		const result = results.get(ids[index] ?? "");
		// The gate never received it.
		if (!result) return [again];
		const { verdict } = judgeResult(result, attempts, at.getTime());
		if (verdict.kind === "open") return [];
		if (verdict.kind === "again") return [again];
		if (verdict.kind === "sent") {
			return [
				{ ...who, to: "sent", from: untoldStatuses, segments: verdict.segments, takenAt: verdict.takenAt },
			];
		}
		const errorCode = verdict.kind === "failed" ? verdict.errorCode : null;
		return [{ ...who, to: verdict.kind, from: ["sending"], reason: verdict.reason, errorCode }];
	});
	if (moves.length > 0) {
		const states = selectStates(moves.map(({ campaignId }) => campaignId));
		const results = await runBatch(db, [...moveRecipients(moves, at), states]);
		announceStates(ctx, results.at(-1));
	}
	return moves.length;
}

/** Enqueues runs for numbers that have due recipients and neither a run nor a queue message. */
async function wakeSenders(ctx: Context): Promise<number> {
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
			AND coalesce(s.wake_at, 0) NOT BETWEEN ${at + 1} AND ${at + wakeSoonMilliseconds} AND (${due("queued")} OR ${due("sending")})`);
	for (const { sender } of senders) await enqueueRun(ctx, sender);
	return senders.length;
}
