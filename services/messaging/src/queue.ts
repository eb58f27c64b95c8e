import { WebhookJob } from "@cloudpbx/contracts/news/webhooks";
import { AssistantJob, MessageJob } from "@cloudpbx/contracts/texts/sending";
import { markDeadLetters } from "@cloudpbx/db/mark-work";
import { describeError, type LogFields, log } from "@cloudpbx/kit/log";
import { queueAgeMilliseconds } from "@cloudpbx/kit/queue-age";
import { retryDelaySeconds } from "@cloudpbx/kit/retry-delay";
import { readCarrierId } from "@cloudpbx/twilio/message-webhooks";
import type * as z from "zod";
import { answerConversation } from "./assistant/answer-conversation.ts";
import { handToPeople } from "./assistant/hand-to-people.ts";
import { type Context, createContext } from "./context.ts";
import type { JobResult } from "./jobs/job-result.ts";
import { giveUpJob, runJob } from "./jobs/run-job.ts";
import { runWebhook } from "./webhook-deliveries/run-webhook.ts";

type AnyJob = AssistantJob | MessageJob | WebhookJob;
type Work<Job> = (ctx: Context, job: Job) => Promise<JobResult>;

const waitMilliseconds = 2000;

/** Messages are acknowledged one by one and in parallel, so a slow model delays no other job. */
export async function consumeQueue(
	batch: MessageBatch,
	env: MessagingEnv,
	context: ExecutionContext,
): Promise<void> {
	const ctx = createContext(env, context);
	await Promise.all(batch.messages.map((message) => consume(ctx, context, batch.queue, message)));
	if (batch.queue.endsWith("-dead")) await countDeadLetters(ctx, batch);
}

/** A count for monitoring. A failure here does not keep the jobs. */
async function countDeadLetters({ db, now }: Context, { queue, messages }: MessageBatch): Promise<void> {
	// A retried message was counted with its first try.
	const count = messages.filter(({ attempts }) => attempts === 1).length;
	if (count === 0) return;
	await markDeadLetters(db, "messaging", { queue, count, at: now() }).catch((error: unknown) =>
		log.warn("dead_letters_not_noted", { queue, reason: describeError(error) }),
	);
}

/** Queue names start with a prefix of the installation. */
function consume(ctx: Context, context: ExecutionContext, queue: string, message: Message): Promise<void> {
	const isDead = queue.endsWith("-dead");
	const perform = <Job extends AnyJob>(schema: z.ZodType<Job>, work: Work<Job>) =>
		performJob(ctx, message, { isDead, schema, work });
	if (queue.endsWith("assistant-replies")) return perform(AssistantJob, answerConversation);
	if (queue.endsWith("assistant-replies-dead")) return perform(AssistantJob, handToPeople);
	if (queue.endsWith("webhook-deliveries")) {
		return perform(WebhookJob, (_ctx, { webhookId }) => runDetached(context, runWebhook(ctx, webhookId)));
	}
	if (queue.endsWith("webhook-deliveries-dead")) return perform(WebhookJob, leaveToSweep);
	if (queue.endsWith("message-jobs")) return perform(MessageJob, runJob);
	return perform(MessageJob, async (_ctx, job) => {
		await giveUpJob(ctx, job);
		log.error("message_job_gave_up", describeJob(job));
		return { kind: "done", what: "gave_up" };
	});
}

/** A slow run continues after its batch (flag `queue_consumer_no_wait_for_wait_until`). */
async function runDetached(context: ExecutionContext, run: Promise<JobResult>): Promise<JobResult> {
	context.waitUntil(
		run.catch((error: unknown) => log.error("webhook_run_failed", { reason: describeError(error) })),
	);
	const patience = scheduler.wait(waitMilliseconds);
	return Promise.race([run, patience.then((): JobResult => ({ kind: "done", what: "goes_on" }))]);
}

/** Pending deliveries that are late are found by the sweep. */
async function leaveToSweep(): Promise<JobResult> {
	return { kind: "done", what: "left_to_sweep" };
}

async function performJob<Job extends AnyJob>(
	ctx: Context,
	message: Message,
	{ isDead, schema, work }: { isDead: boolean; schema: z.ZodType<Job>; work: Work<Job> },
): Promise<void> {
	const job = schema.safeParse(message.body);
	if (!job.success) {
		log.error("job_unreadable", { messageId: message.id });
		if (isDead) return message.ack();
		// The message may be from a newer version, which runs in parallel.
		return message.retry({ delaySeconds: retryDelay(message, ctx) });
	}
	const ageMilliseconds = queueAgeMilliseconds(message, ctx.now());
	const result = await work(ctx, job.data).catch(
		(error: unknown): JobResult => ({ kind: "retry", reason: describeError(error) }),
	);
	const fields = { ...describeJob(job.data), attempt: message.attempts, ageMilliseconds };
	if (result.kind === "done") {
		log.info("job_done", { ...fields, what: result.what });
		return message.ack();
	}
	log.warn("job_failed", { ...fields, reason: result.reason });
	message.retry({ delaySeconds: Math.ceil(result.delaySeconds ?? retryDelay(message, ctx)) });
}

function retryDelay({ attempts }: Message, { retryBaseSeconds }: Context): number {
	return Math.ceil(retryDelaySeconds(attempts, retryBaseSeconds));
}

/** Without the texts that a job may contain. */
function describeJob(job: AnyJob): LogFields {
	if (!("task" in job) || job.task !== "receive") return job;
	return { task: job.task, carrierId: String(readCarrierId(job.params)) };
}
