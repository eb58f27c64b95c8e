import { describeError, log } from "./log.ts";

export interface QueueSight {
	queue: string;
	count: number;
	/** When the oldest message was sent; null when the queue does not report it. */
	oldestAt: Date | null;
}

/** Returns the backlog of each queue. A queue that cannot report is left out. */
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
