import type { MessageJob } from "@cloudpbx/contracts/sending";
import { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { settleText } from "./gate/settle-text.ts";
import { fetchMedia, giveUpMedia } from "./inbox/fetch-media.ts";
import { receiveText } from "./inbox/receive-text.ts";
import type { JobResult } from "./job-result.ts";
import type { Messaging } from "./open-messaging.ts";

export function runJob(messaging: Messaging, job: MessageJob): Promise<JobResult> {
	switch (job.task) {
		case "media":
			return fetchMedia(messaging, job.mediaId);
		case "receive":
			return receive(messaging, job.params, new Date(job.receivedAt));
		default:
			return settle(messaging, job.messageId);
	}
}

async function receive(
	messaging: Messaging,
	params: Record<string, string>,
	receivedAt: Date,
): Promise<JobResult> {
	await receiveText(messaging, InboundTextWebhook.parse(params), receivedAt);
	return { kind: "done", what: "received" };
}

async function settle(messaging: Messaging, messageId: string): Promise<JobResult> {
	const settlement = await settleText(messaging, messageId);
	if (settlement.kind === "unknown_message") return { kind: "done", what: "unknown" };
	if (settlement.kind === "later") {
		return { kind: "retry", reason: "not known yet", delaySeconds: settlement.waitSeconds };
	}
	return { kind: "done", what: settlement.row.status };
}

/** Every try was used up. Texts are the sweeper's, whose patience has no end; a file stays with the carrier. */
export async function giveUpJob(messaging: Messaging, job: MessageJob): Promise<void> {
	if (job.task !== "media") return;
	await giveUpMedia(messaging, job.mediaId, "failed", "The carrier did not hand over the file.");
}
