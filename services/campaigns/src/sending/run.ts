import { runBatch } from "@cloudpbx/db/run-batch";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";
import { gatherNews } from "../gather-news.ts";
import { completeCampaigns } from "../outcomes/complete-campaigns.ts";
import { followTexts } from "../outcomes/follow-texts.ts";
import { type ClaimedText, claimBatch } from "./claim-batch.ts";
import { enqueueNextRun } from "./enqueue-run.ts";
import { changeSlowness, leaseMilliseconds, releaseLease, takeLease } from "./lease.ts";
import { RunState } from "./run-state.ts";
import { sendBatch } from "./send-batch.ts";

/** The send gate could not keep up with more. */
const batchesUnderWayMax = 2;
const batchesBetweenReports = 3;
/** Calm batches after which the distance between texts is halved. */
const calmBatchesMin = 3;

export interface RunReport {
	batches: number;
	texts: number;
	/** The outstanding answers. The invocation must stay alive for them. */
	rest: Promise<unknown>;
}

interface Run {
	state: RunState;
	underWay: Set<Promise<void>>;
	calm: { batches: number; hasComplaint: boolean };
	announceGathered: () => void;
}

/**
 * Sends a number's texts batch by batch, within the limits of one queue message. The next message continues at the
 * slot where this run stops. A second run of the number does nothing.
 */
export async function runSender(ctx: Context, number: string): Promise<RunReport> {
	const lease = await takeLease(ctx, number);
	if (lease === null) return { batches: 0, texts: 0, rest: Promise.resolve() };
	const { gathering, announceGathered } = gatherNews(ctx);
	const calm = { batches: 0, hasComplaint: false };
	const run: Run = { state: new RunState(ctx, lease), underWay: new Set(), calm, announceGathered };
	try {
		return await sendBatches(gathering, run);
	} catch (error) {
		// The next attempt, seconds later, must find the lease released.
		await Promise.all(run.underWay);
		announceGathered();
		await runBatch(ctx.db, [releaseLease(ctx, lease, null)]).catch((also: unknown) =>
			logFailure(number, also),
		);
		throw error;
	}
}

async function sendBatches(ctx: Context, run: Run): Promise<RunReport> {
	const { now, sleep } = ctx;
	const { state, underWay } = run;
	const { lease, slots } = state;
	const endsAt = now().getTime() + ctx.runSeconds * 1000;
	const report = { batches: 0, texts: 0 };
	const claimsAt = () => lease.nextSlotAt - state.leadMilliseconds;
	const hasTime = () => report.batches < ctx.runBatches && Math.max(now().getTime(), claimsAt()) < endsAt;
	let hasLastBatch = false;

	while (hasTime()) {
		const texts = await claimBatch(ctx, state, endsAt);
		if (texts === null) break;
		report.batches += 1;
		// All candidates are in quiet hours, or their campaigns were stopped.
		if (texts.length === 0) {
			slots.pause();
			continue;
		}
		report.texts += texts.length;
		hasLastBatch = report.batches >= ctx.runBatches || claimsAt() >= endsAt;
		const batch: Promise<void> = sendClaimed(ctx, run, { texts, isLast: hasLastBatch })
			.catch((error: unknown) => logFailure(lease.number, error))
			.finally(() => underWay.delete(batch));
		underWay.add(batch);
		if (report.batches % batchesBetweenReports === 0) await followTexts(ctx);
		if (hasLastBatch) break;
		await sleep(Math.max(0, claimsAt() - now().getTime()));
		while (underWay.size > batchesUnderWayMax) await Promise.race(underWay);
	}

	const rest = finishRun(ctx, run);
	if (!hasLastBatch) await rest;
	const used = hasLastBatch ? slots.allAtLatest(state.lateMilliseconds) : await slots.allUsed();
	if (hasLastBatch) lease.nextSlotAt += state.lateMilliseconds;
	await enqueueNextRun(ctx, lease, used, state.runLeadMilliseconds);
	log.info("campaign_run", {
		sender: lease.number,
		...report,
		roundTripMilliseconds: state.roundTrips.milliseconds,
	});
	return { ...report, rest };
}

async function sendClaimed(
	ctx: Context,
	{ state, calm, announceGathered }: Run,
	{ texts, isLast }: { texts: readonly ClaimedText[]; isLast: boolean },
): Promise<void> {
	const { lease, slots } = state;
	const lateMax = isLast ? state.lateMilliseconds : leaseMilliseconds(ctx) / 2;
	const { baton, end } = slots.begin(texts.map(({ slot }) => slot));
	try {
		const { isTooFast, closedUntil } = await sendBatch(ctx, lease.number, texts, { baton, lateMax });
		if (closedUntil !== null) state.close(closedUntil);
		calm.batches = isTooFast ? 0 : calm.batches + 1;
		calm.hasComplaint ||= isTooFast;
		const isCalm = lease.slowness > 1 && calm.batches % calmBatchesMin === 0;
		if (isTooFast || isCalm) await changeSlowness(ctx, lease, isTooFast);
	} finally {
		end();
		announceGathered();
	}
}

async function finishRun(ctx: Context, { state, underWay, calm, announceGathered }: Run): Promise<void> {
	await Promise.all(underWay);
	// A run shorter than `calmBatchesMin` is calm without a complaint.
	const isCalm = calm.batches > 0 && calm.batches < calmBatchesMin && !calm.hasComplaint;
	if (isCalm && state.lease.slowness > 1) await changeSlowness(ctx, state.lease, false);
	await completeCampaigns(ctx);
	announceGathered();
}

function logFailure(sender: string, error: unknown): void {
	log.error("campaign_batch_failed", { sender, reason: describeError(error) });
}
