import { capabilitiesOf, findNumber } from "../../numbers.ts";
import type { MediaFile } from "../fetch-file.ts";
import { keepMedia } from "../media.ts";
import type { Message } from "../message.ts";
import { newMessage } from "../new-message.ts";
import { carryMessage } from "../sending/carry-message.ts";
import type { SendingContext } from "../sending/sender-queue.ts";
import { receiveMessage } from "./receive-message.ts";

export function textFromPhone(
	ctx: SendingContext,
	text: Pick<Message, "from" | "to" | "body">,
	files: readonly MediaFile[],
): Message {
	const number = findNumber(ctx, text.to);
	if (number && capabilitiesOf(number).sms) return receiveMessage(ctx, number, text, files);
	const message = newMessage(ctx, {
		...text,
		direction: "direct",
		status: "queued",
		mediaCount: files.length,
		isUnfinished: true,
	});
	keepMedia(ctx, message.sid, files);
	ctx.background(carryMessage(ctx, message.sid));
	return message;
}
