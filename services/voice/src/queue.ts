import { VoicemailIngest } from "@cloudpbx/contracts/voicemails";
import { openDb } from "@cloudpbx/db/open-db";
import { describeError, log } from "@cloudpbx/kit/log";
import { retryDelaySeconds } from "@cloudpbx/kit/retry-delay";
import { carrierOf } from "./carrier.ts";
import { giveUpIngest, ingestVoicemail } from "./operations/ingest-voicemail.ts";

const deadQueue = "voicemail-ingest-dead";

/** Both queues of this Worker. A message is settled on its own, so that one bad recording delays no other. */
export async function consumeQueue(batch: MessageBatch, env: VoiceEnv): Promise<void> {
	for (const message of batch.messages) {
		const job = VoicemailIngest.safeParse(message.body);
		if (!job.success) {
			log.error("ingest_message_unreadable", { messageId: message.id });
			message.ack();
		} else if (batch.queue === deadQueue) {
			await giveUpIngest(
				openDb(env.DB),
				job.data.voicemailId,
				"The carrier did not hand over the recording.",
			);
			log.error("ingest_gave_up", { voicemailId: job.data.voicemailId });
			message.ack();
		} else {
			await ingest(message, job.data.voicemailId, env);
		}
	}
}

async function ingest(message: Message, voicemailId: string, env: VoiceEnv): Promise<void> {
	const result = await ingestVoicemail(
		openDb(env.DB),
		env.VOICEMAIL_AUDIO,
		carrierOf(env),
		voicemailId,
		new Date(),
	).catch((error: unknown) => ({ kind: "retry" as const, reason: describeError(error) }));
	log.info("ingest", { voicemailId, attempt: message.attempts, result: result.kind });
	if (result.kind === "retry") {
		log.warn("ingest_retry", { voicemailId, attempt: message.attempts, reason: result.reason });
		message.retry({ delaySeconds: retryDelaySeconds(message.attempts, env.RETRY_BASE_SECONDS) });
	} else {
		message.ack();
	}
}
