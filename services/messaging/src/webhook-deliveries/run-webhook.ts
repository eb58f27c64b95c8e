import { testEvent } from "@cloudpbx/contracts/words/webhook-words";
import { runBatch } from "@cloudpbx/db/run-batch";
import { describeError, log } from "@cloudpbx/kit/log";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { JobResult } from "../jobs/job-result.ts";
import { currentSecrets, selectSecrets } from "../webhooks/webhook-secrets.ts";
import { type LoadedDelivery, selectDelivery, toLoadedDelivery } from "./delivery-row.ts";
import { loadEventData } from "./load-event-data.ts";
import { planAfterTry } from "./plan-after-try.ts";
import { postEvent } from "./post-event.ts";
import { storeAfterTry, type TriedDelivery } from "./store-after-try.ts";
import { testData, writeBody } from "./write-body.ts";

/** Maximum parallel deliveries: an invocation has six connections. */
const deliveriesMax = 6;
/** Time in which a run takes further deliveries. */
const runMilliseconds = 5000;
/** Longer than a timeout and its round trips: a run that still has the lease is dead. */
const leaseMilliseconds = 60_000;
const delaySecondsMax = 12 * 60 * 60;

interface Run {
	webhookId: string;
	leaseId: string;
	url: string;
	secrets: string[];
	succeededAt: number | null;
	deliveries: LoadedDelivery[];
}

/**
 * Delivers what is due to one webhook. Only one run per webhook works at a time, so a receiver gets at most
 * `deliveriesMax` parallel requests. When it returns the lease, it also sees what other runs came for.
 */
export async function runWebhook(ctx: Context, webhookId: string): Promise<JobResult> {
	const run = await beginRun(ctx, webhookId);
	if (run === null) return { kind: "done", what: "not_due" };
	const until = ctx.now().getTime() + runMilliseconds;
	let taken = 0;
	for (let due = run.deliveries; ; ) {
		const attempts = await tryAll(ctx, run, due);
		taken += attempts.filter(({ after }) => after.kind === "delivered").length;
		if (due.length < deliveriesMax || ctx.now().getTime() >= until) {
			await endRun(ctx, run, attempts);
			return { kind: "done", what: `delivered ${taken}` };
		}
		due = await takeNext(ctx, run, attempts);
	}
}

/** One round trip. Null: another run has the lease, or the webhook is paused, deleted or without a secret. */
async function beginRun({ db, now }: Context, webhookId: string): Promise<Run | null> {
	const at = now().getTime();
	const leaseId = crypto.randomUUID();
	const [[webhook] = [], [secret] = [], due = []] = await runBatch(db, [
		sql`UPDATE webhooks SET lease_id = ${leaseId}, lease_until = ${at + leaseMilliseconds}
			WHERE id = ${webhookId} AND deleted_at IS NULL AND is_paused = 0 AND lease_until <= ${at}
				AND EXISTS (SELECT 1 FROM webhook_secrets WHERE webhook_id = ${webhookId})
			RETURNING url, succeeded_at`,
		selectSecrets(webhookId),
		selectDue(webhookId, leaseId, at),
	]);
	if (!webhook || !secret) return null;
	return {
		webhookId,
		leaseId,
		url: String(webhook.url),
		secrets: currentSecrets(secret, at),
		succeededAt: webhook.succeeded_at === null ? null : Number(webhook.succeeded_at),
		deliveries: due.map(toLoadedDelivery),
	};
}

/** No rows after the lease is lost, or the webhook is paused or deleted. */
function selectDue(webhookId: string, leaseId: string, at: number): SQL {
	return sql`${selectDelivery} WHERE webhook_id = ${webhookId} AND status = 'pending' AND due_at <= ${at}
		AND EXISTS (SELECT 1 FROM webhooks WHERE id = ${webhookId} AND lease_id = ${leaseId}
			AND deleted_at IS NULL AND is_paused = 0)
		ORDER BY due_at, event_id LIMIT ${deliveriesMax}`;
}

/** Stores the results so far and selects the next due deliveries. One round trip. */
async function takeNext(
	ctx: Context,
	run: Run,
	attempts: readonly TriedDelivery[],
): Promise<LoadedDelivery[]> {
	const at = ctx.now().getTime();
	const results = await runBatch(ctx.db, [
		...storeAfterTry(run.webhookId, attempts, at),
		selectDue(run.webhookId, run.leaseId, at),
	]);
	return (results.at(-1) ?? []).map(toLoadedDelivery);
}

async function tryAll(ctx: Context, run: Run, due: readonly LoadedDelivery[]): Promise<TriedDelivery[]> {
	if (due.length === 0) return [];
	const findData = await loadEventData(ctx, due);
	return Promise.all(
		due.map((delivery) => {
			const isTest = delivery.event === testEvent;
			return tryOne(ctx, run, delivery, isTest ? testData(run.webhookId) : findData(delivery));
		}),
	);
}

async function tryOne(
	ctx: Context,
	run: Run,
	delivery: LoadedDelivery,
	data: object | null,
): Promise<TriedDelivery> {
	if (data === null) return { delivery, tried: null, after: { kind: "drop" } };
	const tried = await postEvent(ctx, {
		url: run.url,
		secrets: run.secrets,
		id: delivery.eventId,
		body: writeBody(delivery, data),
	});
	const triedAt = delivery.tries.map(({ at }) => at).filter((at) => at >= delivery.countedFrom);
	const soFar = { triedAt, succeededAt: run.succeededAt };
	return { delivery, tried, after: planAfterTry(tried, soFar, ctx.retryBaseSeconds, Math.random()) };
}

/** One transaction stores the results, returns the lease and looks for deliveries that came meanwhile. */
async function endRun(ctx: Context, run: Run, attempts: readonly TriedDelivery[]): Promise<void> {
	const at = ctx.now().getTime();
	const results = await runBatch(ctx.db, [
		...storeAfterTry(run.webhookId, attempts, at),
		releaseLease(run),
		planWake(run.webhookId, at),
	]);
	const [next] = results.at(-1) ?? [];
	for (const { after, delivery } of attempts) {
		if (after.kind === "pause" || after.kind === "fail") {
			log.warn("webhook_gave_up", { webhookId: run.webhookId, eventId: delivery.eventId, what: after.kind });
		}
	}
	if (next) await wakeAt(ctx, run.webhookId, Number(next.wake_at) - at);
}

function releaseLease({ webhookId, leaseId }: Run): SQL {
	return sql`UPDATE webhooks SET lease_id = NULL, lease_until = 0 WHERE id = ${webhookId} AND lease_id = ${leaseId}`;
}

/** Returns `wake_at` if a job must be enqueued; no row when one is on its way, or nothing is pending. */
function planWake(webhookId: string, at: number): SQL {
	const next = sql`(SELECT max(${at}, min(due_at)) FROM webhook_deliveries WHERE webhook_id = ${webhookId} AND status = 'pending')`;
	return sql`UPDATE webhooks SET wake_at = ${next}
		WHERE id = ${webhookId} AND is_paused = 0 AND ${next} IS NOT NULL AND (wake_at <= ${at} OR wake_at > ${next})
		RETURNING wake_at`;
}

/** A lost message is only late: the sweep finds the webhook. */
async function wakeAt({ webhookQueue }: Context, webhookId: string, milliseconds: number): Promise<void> {
	const delaySeconds = Math.min(delaySecondsMax, Math.max(0, Math.ceil(milliseconds / 1000)));
	await webhookQueue
		.send({ webhookId }, { delaySeconds })
		.catch((error: unknown) => log.error("webhook_not_queued", { webhookId, reason: describeError(error) }));
}
