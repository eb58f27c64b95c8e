import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";

/** A queue counts delays in whole seconds: whatever is due so soon goes with the first message. */
const soonMilliseconds = 500;

/** Enqueues a run of each webhook for the moments at which its deliveries are due: now, and once more for later ones. */
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
