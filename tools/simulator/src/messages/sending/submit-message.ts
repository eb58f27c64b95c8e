import { readAccountType, trialPrefix } from "../../account.ts";
import type { Exchange } from "../../context.ts";
import { noteWarning } from "../../timeline/timeline.ts";
import { changeStatus } from "../change-status.ts";
import { fetchFile } from "../fetch-file.ts";
import { keepMedia, listMedia } from "../media.ts";
import type { Message } from "../message.ts";
import { newMessage } from "../new-message.ts";
import { queueOf } from "./sender-queue.ts";

/** Takes a text of the account over: from now on the network sees to it. */
export function submitMessage(
	exchange: Exchange,
	known: Pick<Message, "from" | "to" | "body" | "direction" | "mediaUrls" | "statusCallback"> &
		Partial<Message>,
): Message {
	const message = newMessage(exchange, { ...marked(exchange, known), status: "queued", isUnfinished: true });
	enqueue(exchange, message);
	return message;
}

/** Lets a text wait for its turn, once its files are there. */
export function enqueue(exchange: Exchange, message: Message): void {
	const isComplete = message.mediaUrls.length === 0 || listMedia(exchange, message.sid).length > 0;
	if (isComplete) queueOf(exchange, message.from).add(message);
	else exchange.background(fetchThenEnqueue(exchange, message));
}

/** A text of the account that is accepted and fails at once. Returned as it was accepted. */
export function submitFailure(
	exchange: Exchange,
	known: Parameters<typeof submitMessage>[1],
	errorCode: number,
): Message {
	const message = newMessage(exchange, { ...marked(exchange, known), status: "queued", isUnfinished: true });
	changeStatus(exchange, message.sid, "failed", { errorCode });
	return message;
}

/** A trial account's texts say so. */
function marked<Text extends { body: string }>(exchange: Exchange, text: Text): Text {
	const isTrial = readAccountType(exchange.sql) === "Trial";
	return isTrial ? { ...text, body: `${trialPrefix}${text.body}` } : text;
}

async function fetchThenEnqueue(exchange: Exchange, message: Message): Promise<void> {
	const files = await Promise.all(message.mediaUrls.map((url) => fetchFile(url)));
	if (!exchange.messages.find(message.sid)) return;
	for (const file of files) {
		if ("bytes" in file) continue;
		noteWarning(exchange, message.sid, file.code, file.reason);
		if (file.code !== null) {
			changeStatus(exchange, message.sid, "failed", { errorCode: file.code });
			return;
		}
	}
	keepMedia(
		exchange,
		message.sid,
		files.filter((file) => "bytes" in file),
	);
	queueOf(exchange, message.from).add(message);
}
