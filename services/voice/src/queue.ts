import { VoicemailJob } from "@cloudpbx/contracts/calls/voicemails";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { markDeadLetters } from "@cloudpbx/db/mark-work";
import { describeError, log } from "@cloudpbx/kit/log";
import { queueAgeMilliseconds } from "@cloudpbx/kit/queue-age";
import { retryDelaySeconds } from "@cloudpbx/kit/retry-delay";
import { type Context, createContext } from "./context.ts";
import {
	giveUpIngest,
	ingestVoicemail,
	type JobResult,
	postponeIngest,
} from "./voicemail/ingest-voicemail.ts";
import { giveUpTranscript, transcribeVoicemail } from "./voicemail/transcribe-voicemail.ts";

/** Both queues, whatever an installation names them. Each message is settled on its own: a bad one delays no other. */
export async function consumeQueue(
	batch: MessageBatch,
	env: VoiceEnv,
	execution: Pick<ExecutionContext, "waitUntil">,
): Promise<void> {
	const ctx = createContext(env, execution);
	const news: LiveEvent[] = [];
	const isDead = batch.queue.endsWith("-dead");
	let deadCount = 0;
	for (const message of batch.messages) {
		const job = VoicemailJob.safeParse(message.body);
		if (!job.success) {
			log.error("voicemail_job_unreadable", { messageId: message.id });
			if (isDead) {
				deadCount += 1;
				message.ack();
			} else {
				// A newer version beside this one may have sent it.
				message.retry({ delaySeconds: retryDelaySeconds(message.attempts, ctx.retryBaseSeconds) });
			}
		} else if (isDead) {
			news.push(...(await giveUp(ctx, job.data)));
			log.error("voicemail_job_gave_up", job.data);
			deadCount += 1;
			message.ack();
		} else {
			news.push(...(await settle(ctx, message, job.data)));
		}
	}
	if (deadCount > 0) await noteDead(ctx, batch.queue, deadCount);
	ctx.announce(news);
}

/** For monitoring; a failure here keeps no job. */
async function noteDead({ db, now }: Context, queue: string, count: number): Promise<void> {
	await markDeadLetters(db, "voice", { queue, count, at: now() }).catch((error: unknown) =>
		log.warn("dead_letters_not_noted", { queue, reason: describeError(error) }),
	);
}

async function giveUp(ctx: Context, { task, voicemailId }: VoicemailJob): Promise<LiveEvent[]> {
	if (task === "transcribe") return giveUpTranscript(ctx, voicemailId);
	return giveUpIngest(ctx, voicemailId, "The carrier did not hand over the recording.");
}

async function settle(ctx: Context, message: Message, job: VoicemailJob): Promise<LiveEvent[]> {
	const ageMilliseconds = queueAgeMilliseconds(message, ctx.now());
	const result = await work(ctx, job).catch((error: unknown) => ({
		kind: "retry" as const,
		reason: describeError(error),
	}));
	const fields = { ...job, attempt: message.attempts, ageMilliseconds, result: result.kind };
	if (result.kind === "retry") {
		log.warn("voicemail_job_failed", { ...fields, reason: result.reason });
		const delaySeconds = retryDelaySeconds(message.attempts, ctx.retryBaseSeconds);
		if (job.task === "store") await postpone(ctx, job.voicemailId, delaySeconds);
		message.retry({ delaySeconds });
	} else {
		log.info("voicemail_job", fields);
		message.ack();
	}
	return result.kind === "done" ? result.news : [];
}

async function postpone(ctx: Context, voicemailId: string, delaySeconds: number): Promise<void> {
	const nextTryAt = new Date(ctx.now().getTime() + delaySeconds * 1000);
	await postponeIngest(ctx, voicemailId, nextTryAt).catch((error: unknown) =>
		log.warn("voicemail_not_postponed", { voicemailId, reason: describeError(error) }),
	);
}

function work(ctx: Context, { task, voicemailId }: VoicemailJob): Promise<JobResult> {
	return task === "store" ? ingestVoicemail(ctx, voicemailId) : transcribeVoicemail(ctx, voicemailId);
}
