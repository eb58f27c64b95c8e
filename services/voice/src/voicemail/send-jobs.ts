import type { VoicemailJob } from "@cloudpbx/contracts/calls/voicemails";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";

/** sendBatch takes no more at once (developers.cloudflare.com/queues/platform/limits). */
const batchMax = 100;

/** Never fails: the row says what it waits for, and the sweep sends a lost job again. */
export async function sendJobs({ ingestQueue }: Context, jobs: readonly VoicemailJob[]): Promise<void> {
	for (let start = 0; start < jobs.length; start += batchMax) {
		const batch = jobs.slice(start, start + batchMax);
		try {
			await ingestQueue.sendBatch(batch.map((body) => ({ body })));
		} catch (error) {
			log.error("voicemail_jobs_not_queued", { count: batch.length, reason: describeError(error) });
		}
	}
}
