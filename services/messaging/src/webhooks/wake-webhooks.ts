import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";

/** Deliveries due within this time share the first message: a queue's delays are in whole seconds. */
const soonMilliseconds = 500;

/** Enqueues a run per webhook for what is due now, and one for later deliveries. */
export async function wakeWebhooks(
	ctx: Pick<Context, "webhookQueue" | "now">,
	due: readonly { webhookId: string; dueAt: number }[],
): Promise<void> {
	const at = ctx.now().getTime();
	const isSoon = (dueAt: number) => dueAt <= at + soonMilliseconds;
	const soon = new Set(due.filter(({ dueAt }) => isSoon(dueAt)).map(({ webhookId }) => webhookId));
	await enqueue(
		ctx.webhookQueue,
		[...soon].map((webhookId) => ({ webhookId })),
	);
	const later = due.filter(({ dueAt }) => !isSoon(dueAt));
	const latest = Math.max(...later.map(({ dueAt }) => dueAt));
	const waiting = new Set(later.map(({ webhookId }) => webhookId));
	await enqueue(
		ctx.webhookQueue,
		[...waiting].map((webhookId) => ({ webhookId })),
		(latest - at) / 1000,
	);
}
