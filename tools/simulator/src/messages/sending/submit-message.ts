import { readAccountType, trialPrefix } from "../../account.ts";
import { noteWarning } from "../../timeline/timeline.ts";
import { changeStatus } from "../change-status.ts";
import { fetchFile } from "../fetch-file.ts";
import { keepMedia, listMedia } from "../media.ts";
import type { Message } from "../message.ts";
import { newMessage } from "../new-message.ts";
import type { SendingContext } from "./sender-queue.ts";
import { getSenderQueue } from "./sender-queue.ts";

export function submitMessage(
	ctx: SendingContext,
	known: Pick<Message, "from" | "to" | "body" | "direction" | "mediaUrls" | "statusCallback"> &
		Partial<Message>,
): Message {
	const message = newMessage(ctx, { ...markTrial(ctx, known), status: "queued", isUnfinished: true });
	enqueueMessage(ctx, message);
	return message;
}

export function enqueueMessage(ctx: SendingContext, message: Message): void {
	const isComplete = message.mediaUrls.length === 0 || listMedia(ctx, message.sid).length > 0;
	if (isComplete) getSenderQueue(ctx, message.from).add(message);
	else ctx.background(fetchThenEnqueue(ctx, message));
}

/** Accepts a text that fails at once. Returns it as it was accepted. */
export function submitFailure(
	ctx: SendingContext,
	known: Parameters<typeof submitMessage>[1],
	errorCode: number,
): Message {
	const message = newMessage(ctx, { ...markTrial(ctx, known), status: "queued", isUnfinished: true });
	changeStatus(ctx, message.sid, "failed", { errorCode });
	return message;
}

function markTrial<Text extends { body: string }>(ctx: SendingContext, text: Text): Text {
	const isTrial = readAccountType(ctx.sql) === "Trial";
	return isTrial ? { ...text, body: `${trialPrefix}${text.body}` } : text;
}

async function fetchThenEnqueue(ctx: SendingContext, message: Message): Promise<void> {
	const files = await Promise.all(message.mediaUrls.map((url) => fetchFile(url)));
	if (!ctx.messages.find(message.sid)) return;
	for (const file of files) {
		if ("bytes" in file) continue;
		noteWarning(ctx, message.sid, file.code, file.reason);
		if (file.code !== null) {
			changeStatus(ctx, message.sid, "failed", { errorCode: file.code });
			return;
		}
	}
	keepMedia(
		ctx,
		message.sid,
		files.filter((file) => "bytes" in file),
	);
	getSenderQueue(ctx, message.from).add(message);
}
