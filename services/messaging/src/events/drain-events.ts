import { runBatch } from "@cloudpbx/db/run-batch";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type PlanContext, planStoredEvents } from "../notices/plan-notices.ts";
import { planDeliveries } from "../webhook-deliveries/plan-deliveries.ts";
import { wakeWebhooks } from "../webhooks/wake-webhooks.ts";
import { keepForNotices } from "./keep-for-notices.ts";

export type DrainContext = Pick<Context, "db" | "webhookQueue" | "now"> & PlanContext;

const portionMax = 100;
const portionsMax = 20;

/** The oldest events of the outbox, as a subquery. Every statement of one transaction sees the same rows. */
const portion = sql.raw(`(SELECT * FROM office_events ORDER BY id LIMIT ${portionMax})`);

/** Part of every batch that changes the listeners. */
export const selectIsHeard = sql`SELECT webhooks || notices <> '' AS is_heard FROM event_ears`;

export interface Drained {
	count: number;
	isHeard: boolean;
}

/**
 * Passes events to webhooks and notices, oldest first. One transaction per portion stores the rows of the listeners
 * and deletes the events. The sweep finds rows without a job.
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
		deletePortion(portion),
	]);
	const [due = [], ears = [], kept = []] = results;
	await wakeWebhooks(
		ctx,
		due.map((row) => ({ webhookId: String(row.webhook_id), dueAt: Number(row.due_at) })),
	);
	// The sweep continues with events that are not decided now.
	if (kept.length > 0) await planStoredEvents(ctx);
	return { count: results.at(-1)?.length ?? 0, isHeard: ears[0]?.is_heard === 1 };
}

function deletePortion(events: SQL): SQL {
	return sql`DELETE FROM office_events WHERE id IN (SELECT id FROM ${events}) RETURNING id`;
}
