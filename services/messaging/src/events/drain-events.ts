import { runBatch } from "@cloudpbx/db/run-batch";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type PlanContext, planStoredEvents } from "../notices/plan-notices.ts";
import { planDeliveries } from "../webhook-deliveries/plan-deliveries.ts";
import { wakeWebhooks } from "../webhooks/wake-webhooks.ts";
import { keepForNotices } from "./keep-for-notices.ts";

export type DrainContext = Pick<Context, "db" | "webhookQueue" | "now"> & PlanContext;

/** Maximum events per transaction. */
const portionMax = 100;
/** Maximum portions per drain; the next drain continues. */
const portionsMax = 20;

/**
 * The oldest events of the outbox, as a subquery with the columns of `office_events`. Within one transaction it is the same set for
 * every statement.
 */
const portion = sql.raw(`(SELECT * FROM office_events ORDER BY id LIMIT ${portionMax})`);

/** For the batch of whatever changes who listens, too. */
export const selectIsHeard = sql`SELECT webhooks || notices <> '' AS is_heard FROM event_ears`;

export interface Drained {
	/** The number of events. */
	count: number;
	/** Whether anybody listens to anything. */
	isHeard: boolean;
}

/**
 * Hands the events of the outbox to whoever listens, oldest first: one transaction a portion gives each listener its row and takes the
 * events away, so that no event is lost and none is handed on twice. What was handed on and not enqueued is found by the sweep.
 */
export async function drainEvents(ctx: DrainContext): Promise<Drained> {
	const drained = { count: 0, isHeard: false };
	for (let portions = 0; portions < portionsMax; portions++) {
		const { count, isHeard } = await drainPortion(ctx);
		drained.count += count;
		drained.isHeard = isHeard;
		if (count < portionMax) break;
	}
	return drained;
}

async function drainPortion(ctx: DrainContext): Promise<Drained> {
	const results = await runBatch(ctx.db, [
		planDeliveries(ctx, portion),
		selectIsHeard,
		keepForNotices(ctx, portion),
		takeAway(portion),
	]);
	const [due = [], ears = [], kept = []] = results;
	await wakeWebhooks(
		ctx,
		due.map((row) => ({ webhookId: String(row.webhook_id), dueAt: Number(row.due_at) })),
	);
	// What is not decided now is the sweep's.
	if (kept.length > 0) await planStoredEvents(ctx);
	return { count: results.at(-1)?.length ?? 0, isHeard: ears[0]?.is_heard === 1 };
}

function takeAway(events: SQL): SQL {
	return sql`DELETE FROM office_events WHERE id IN (SELECT id FROM ${events}) RETURNING id`;
}
