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

/** Maximum batches that wait for answers. With more, the gate would not keep up. */
const batchesUnderWayMax = 2;
/**
 * Number of batches between two reads of the carrier's reports: they may show that no text of this number
 * arrives.
 */
const batchesBetweenReports = 3;
/**
 * Number of consecutive batches without a carrier complaint after which the distance between texts is halved.
 */
const calmBatchesMin = 3;

export interface RunReport {
	batches: number;
	texts: number;
	/** The outstanding answers. No caller has to wait for them, but the invocation must stay alive. */
	rest: Promise<unknown>;
}

/**
 * Sends a number's campaign texts batch by batch, within the limits of one queue message. The next message
 * continues at the slot where this run stops. A number has one run at a time; a second run does nothing.
 */
export async function runSender(ctx: Context, number: string): Promise<RunReport> {
	const lease = await takeLease(ctx, number);
	if (lease === null) return { batches: 0, texts: 0, rest: Promise.resolve() };
	const state = new RunState(ctx, lease);
	const underWay = new Set<Promise<void>>();
	const { gathering, tell } = gatherNews(ctx);
	try {
		return await sendBatches(gathering, state, underWay, tell);
	} catch (error) {
		// The next attempt, seconds later, must find the lease released.
		await Promise.all(underWay);
		tell();
		await runBatch(ctx.db, [releaseLease(ctx, lease, null)]).catch((also: unknown) =>
			logFailure(number, also),
		);
		throw error;
	}
}

async function sendBatches(
	ctx: Context,
	state: RunState,
	underWay: Set<Promise<void>>,
	tell: () => void,
): Promise<RunReport> {
	const { now, sleep } = ctx;
	const { lease, slots } = state;
	const endsAt = now().getTime() + ctx.runSeconds * 1000;
	const report = { batches: 0, texts: 0 };
	const claimsAt = () => lease.nextSlotAt - state.leadMilliseconds;
	const hasTime = () => report.batches < ctx.runBatches && Math.max(now().getTime(), claimsAt()) < endsAt;
	const calm = { batches: 0, hasComplaint: false };
	let hasLastBatch = false;
	const send = async (texts: readonly ClaimedText[]) => {
		const lateMax = hasLastBatch ? state.lateMilliseconds : leaseMilliseconds(ctx) / 2;
		const turn = slots.begin(texts.map(({ slot }) => slot));
		try {
			const { isTooFast, closedUntil } = await sendBatch(ctx, state, texts, { baton: turn.baton, lateMax });
			if (closedUntil !== null) state.close(closedUntil);
			calm.batches = isTooFast ? 0 : calm.batches + 1;
			calm.hasComplaint ||= isTooFast;
			const isCalm = lease.slowness > 1 && calm.batches % calmBatchesMin === 0;
			if (isTooFast || isCalm) await changeSlowness(ctx, lease, isTooFast);
		} finally {
			turn.end();
			tell();
		}
	};

	while (hasTime()) {
		const texts = await claimBatch(ctx, state, endsAt);
		if (texts === null) break;
		report.batches += 1;
		// Every recipient that was found is in its quiet hours, or its campaign was stopped.
		if (texts.length === 0) {
			slots.pause();
			continue;
		}
		report.texts += texts.length;
		hasLastBatch = report.batches >= ctx.runBatches || claimsAt() >= endsAt;
		const batch: Promise<void> = send(texts)
			.catch((error: unknown) => logFailure(lease.number, error))
			.finally(() => underWay.delete(batch));
		underWay.add(batch);
		if (report.batches % batchesBetweenReports === 0) await followTexts(ctx);
		if (hasLastBatch) break;
		await sleep(Math.max(0, claimsAt() - now().getTime()));
		while (underWay.size > batchesUnderWayMax) await Promise.race(underWay);
	}
	const finish = async () => {
		await Promise.all(underWay);
		// The run had fewer batches than `calmBatchesMin` and no complaint.
		const isCalm = calm.batches > 0 && calm.batches < calmBatchesMin && !calm.hasComplaint;
		if (isCalm && lease.slowness > 1) await changeSlowness(ctx, lease, false);
		await completeCampaigns(ctx);
		tell();
	};
	const rest = finish();
	// When nothing is left to claim, the last answers decide whether there is more to do.
	if (!hasLastBatch) await rest;
	const given = hasLastBatch ? slots.atLatest(state.lateMilliseconds) : await slots.settled();
	if (hasLastBatch) lease.nextSlotAt += state.lateMilliseconds;
	await enqueueNextRun(ctx, lease, given, state.runLeadMilliseconds);
	log.info("campaign_run", {
		sender: lease.number,
		...report,
		roundTripMilliseconds: state.roundTrips.milliseconds,
	});
	return { ...report, rest };
}

/** No text is lost by the failure: the claims expire. */
function logFailure(sender: string, error: unknown): void {
	log.error("campaign_batch_failed", { sender, reason: describeError(error) });
}
