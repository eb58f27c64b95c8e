import { describeError, log } from "./log.ts";

/** What waits in a queue. */
export interface QueueSight {
	queue: string;
	count: number;
	/** When the one that has waited longest was sent; null when the queue does not say. */
	oldestAt: Date | null;
}

/** How much waits in each queue, by its name. One that does not say is left out: not every runtime can. */
export async function readQueues(queues: Record<string, Pick<Queue, "metrics">>): Promise<QueueSight[]> {
	const sights = await Promise.all(
		Object.entries(queues).map(async ([queue, binding]) => {
			try {
				const { backlogCount: count, oldestMessageTimestamp: oldest } = await binding.metrics();
				return [{ queue, count, oldestAt: oldest && oldest.getTime() > 0 ? oldest : null }];
			} catch (error) {
				log.warn("queue_silent", { queue, reason: describeError(error) });
				return [];
			}
		}),
	);
	return sights.flat();
}
