import type { MessageJob } from "@cloudpbx/contracts/texts/sending";
import { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import type { Context } from "../context.ts";
import { settleText } from "../gate/settle-text.ts";
import { fetchMedia, giveUpMedia } from "../media/fetch-media.ts";
import { sendNotices } from "../notices/send-notices.ts";
import { receiveText } from "../receiving/receive-text.ts";
import type { JobResult } from "./job-result.ts";

export function runJob(ctx: Context, job: MessageJob): Promise<JobResult> {
	switch (job.task) {
		case "media":
			return fetchMedia(ctx, job.mediaId);
		case "notices":
			return sendNotices(ctx, job.userId);
		case "receive":
			return receive(ctx, job.params, new Date(job.receivedAt));
		default:
			return settleJob(ctx, job.messageId);
	}
}

/** After the last retry. The sweep continues with texts; a file stays at the carrier. */
export async function giveUpJob(ctx: Context, job: MessageJob): Promise<void> {
	if (job.task !== "media") return;
	await giveUpMedia(ctx, job.mediaId, "failed", "The carrier did not hand over the file.");
}

async function receive(
	ctx: Context,
	params: Record<string, string | string[]>,
	receivedAt: Date,
): Promise<JobResult> {
	await receiveText(ctx, InboundTextWebhook.parse(params), receivedAt);
	return { kind: "done", what: "received" };
}

async function settleJob(ctx: Context, messageId: string): Promise<JobResult> {
	const settlement = await settleText(ctx, messageId);
	if (settlement.kind === "unknown_message") return { kind: "done", what: "unknown" };
	if (settlement.kind === "later") {
		return { kind: "retry", reason: "not known yet", delaySeconds: settlement.waitSeconds };
	}
	return { kind: "done", what: settlement.row.status };
}
