import { CampaignJob } from "@cloudpbx/contracts/campaigns/campaigns";
import { markDeadLetters } from "@cloudpbx/db/mark-work";
import { describeError, log } from "@cloudpbx/kit/log";
import { queueAgeMilliseconds } from "@cloudpbx/kit/queue-age";
import { type Context, createContext } from "./context.ts";
import { startDueCampaigns } from "./planning/start-due-campaigns.ts";
import { runSender } from "./sending/run.ts";

export async function consumeQueue(
	batch: MessageBatch,
	env: CampaignsEnv,
	context: ExecutionContext,
): Promise<void> {
	const ctx = createContext(env, context);
	if (batch.queue.endsWith("-dead")) return giveUpBatch(batch, ctx);
	// The numbers of one invocation share its limit of subrequests.
	const runBatches = Math.max(1, Math.floor(ctx.runBatches / batch.messages.length));
	await Promise.all(batch.messages.map((message) => consume(message, { ...ctx, runBatches }, context)));
}

async function consume(message: Message, ctx: Context, context: ExecutionContext): Promise<void> {
	const job = CampaignJob.safeParse(message.body);
	if (!job.success) {
		log.error("job_unreadable", { messageId: message.id });
		// A newer version may have sent this message; it runs in parallel and understands it.
		return message.retry({ delaySeconds: ctx.claimSeconds });
	}
	log.info("campaign_job", {
		sender: job.data.sender,
		attempt: message.attempts,
		ageMilliseconds: queueAgeMilliseconds(message, ctx.now()),
	});
	try {
		await startDueCampaigns(ctx);
		const { rest } = await runSender(ctx, job.data.sender);
		// The last batch is stored; the next run may start meanwhile, after its slots.
		context.waitUntil(rest.catch((error: unknown) => logFailure(job.data.sender, error)));
		message.ack();
	} catch (error) {
		logFailure(job.data.sender, error);
		// The failed run's lease has expired after this delay.
		message.retry({ delaySeconds: ctx.claimSeconds });
	}
}

function logFailure(sender: string, error: unknown): void {
	log.error("campaign_run_failed", { sender, reason: describeError(error) });
}

/** No text is lost: waiting recipients are in D1, and the sweeper enqueues another run. */
async function giveUpBatch(batch: MessageBatch, { db, now }: Context): Promise<void> {
	log.error("campaign_jobs_gave_up", { count: batch.messages.length });
	batch.ackAll();
	const dead = { queue: batch.queue, count: batch.messages.length, at: now() };
	await markDeadLetters(db, "campaigns", dead).catch((error: unknown) =>
		log.warn("dead_letters_not_noted", { queue: batch.queue, reason: describeError(error) }),
	);
}
