import type { AiBinding } from "@cloudpbx/assistant/ai-binding";
import { VoicemailJob } from "@cloudpbx/contracts/calls/voicemails";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { markDeadLetters } from "@cloudpbx/db/mark-work";
import { openDb } from "@cloudpbx/db/open-db";
import { announceLive } from "@cloudpbx/kit/announce-live";
import { describeError, log } from "@cloudpbx/kit/log";
import { queueAgeMilliseconds } from "@cloudpbx/kit/queue-age";
import { retryDelaySeconds } from "@cloudpbx/kit/retry-delay";
import { carrierOf } from "./carrier.ts";
import { messagingOf } from "./messaging.ts";
import {
	giveUpIngest,
	ingestVoicemail,
	type JobResult,
	postponeIngest,
} from "./voicemail/ingest-voicemail.ts";
import { giveUpTranscript, transcribeVoicemail } from "./voicemail/transcribe-voicemail.ts";

/** Both queues of this Worker, whatever an installation calls them. A message is settled on its own, so that one bad recording delays no other. */
export async function consumeQueue(
	batch: MessageBatch,
	env: VoiceEnv,
	context: Pick<ExecutionContext, "waitUntil">,
): Promise<void> {
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
				// A newer version may have sent it, which runs beside this one and understands it.
				message.retry({ delaySeconds: retryDelaySeconds(message.attempts, env.RETRY_BASE_SECONDS) });
			}
		} else if (isDead) {
			news.push(...(await giveUp(job.data, env)));
			log.error("voicemail_job_gave_up", job.data);
			deadCount += 1;
			message.ack();
		} else {
			news.push(...(await settle(message, job.data, env)));
		}
	}
	if (deadCount > 0) await noteDead(env, batch.queue, deadCount);
	announceLive(messagingOf(env), context, news);
}

/** For whoever watches; what fails here keeps no job. */
async function noteDead(env: VoiceEnv, queue: string, count: number): Promise<void> {
	await markDeadLetters(openDb(env.DB), "voice", queue, count, new Date()).catch((error: unknown) =>
		log.warn("dead_letters_not_noted", { queue, reason: describeError(error) }),
	);
}

async function giveUp({ task, voicemailId }: VoicemailJob, env: VoiceEnv): Promise<LiveEvent[]> {
	const db = openDb(env.DB);
	if (task === "transcribe") return giveUpTranscript(db, voicemailId);
	return giveUpIngest(db, voicemailId, "The carrier did not hand over the recording.");
}

/** Answers what looks different now. */
async function settle(message: Message, job: VoicemailJob, env: VoiceEnv): Promise<LiveEvent[]> {
	const ageMilliseconds = queueAgeMilliseconds(message, new Date());
	const result = await work(job, env).catch((error: unknown) => ({
		kind: "retry" as const,
		reason: describeError(error),
	}));
	const fields = { ...job, attempt: message.attempts, ageMilliseconds, result: result.kind };
	if (result.kind === "retry") {
		log.warn("voicemail_job_failed", { ...fields, reason: result.reason });
		const delaySeconds = retryDelaySeconds(message.attempts, env.RETRY_BASE_SECONDS);
		if (job.task === "store") await postpone(job.voicemailId, delaySeconds, env);
		message.retry({ delaySeconds });
	} else {
		log.info("voicemail_job", fields);
		message.ack();
	}
	return result.kind === "done" ? result.news : [];
}

async function postpone(voicemailId: string, delaySeconds: number, env: VoiceEnv): Promise<void> {
	const nextTryAt = new Date(Date.now() + delaySeconds * 1000);
	await postponeIngest(openDb(env.DB), voicemailId, nextTryAt).catch((error: unknown) =>
		log.warn("voicemail_not_postponed", { voicemailId, reason: describeError(error) }),
	);
}

function work({ task, voicemailId }: VoicemailJob, env: VoiceEnv): Promise<JobResult> {
	const db = openDb(env.DB);
	const bucket = env.VOICEMAIL_AUDIO;
	if (task === "store") {
		return ingestVoicemail(db, bucket, carrierOf(env), env.INGEST_QUEUE, voicemailId, new Date());
	}
	// Workers AI's type lists today's models by name; ours are configuration.
	const whisper = { ai: env.AI as unknown as AiBinding, model: env.AI_TRANSCRIPTION_MODEL };
	return transcribeVoicemail(db, bucket, whisper, voicemailId);
}
