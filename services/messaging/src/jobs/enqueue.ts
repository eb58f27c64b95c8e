import { describeError, log } from "@cloudpbx/kit/log";

/** Maximum messages per sendBatch (developers.cloudflare.com/queues/platform/limits). */
const batchMax = 100;

/** Never fails: the sweep requests a lost job again, because its row shows the pending work. */
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
