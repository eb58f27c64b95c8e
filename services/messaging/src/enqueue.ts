import { describeError, log } from "@cloudpbx/kit/log";

/** sendBatch takes no more at once (developers.cloudflare.com/queues/platform/limits). */
const batchMax = 100;

/**
 * When a queue does not take a job, its row still says what it waits for and the sweeper asks for it again: nothing is
 * lost, only late. Queues know whole seconds only.
 */
export async function enqueue<Job>(
	queue: Queue<Job>,
	jobs: readonly Job[],
	delaySeconds?: number,
): Promise<void> {
	for (let start = 0; start < jobs.length; start += batchMax) {
		const batch = jobs.slice(start, start + batchMax).map((body) => ({ body }));
		try {
			await queue.sendBatch(
				batch,
				delaySeconds === undefined ? undefined : { delaySeconds: Math.ceil(delaySeconds) },
			);
		} catch (error) {
			log.error("jobs_not_queued", { count: batch.length, reason: describeError(error) });
		}
	}
}
