import type { Exchange } from "../../context.ts";
import { capabilitiesOf, findNumber } from "../../numbers.ts";
import type { MediaFile } from "../fetch-file.ts";
import { keepMedia } from "../media.ts";
import type { Message } from "../message.ts";
import { newMessage } from "../new-message.ts";
import { carryMessage } from "../sending/carry-message.ts";
import { receiveMessage } from "./receive-message.ts";

/** A virtual phone texts: one of the account's numbers, or another phone. */
export function textFromPhone(
	exchange: Exchange,
	text: Pick<Message, "from" | "to" | "body">,
	files: readonly MediaFile[],
): Message {
	const number = findNumber(exchange, text.to);
	if (number && capabilitiesOf(number).sms) return receiveMessage(exchange, number, text, files);
	const message = newMessage(exchange, {
		...text,
		direction: "direct",
		status: "queued",
		mediaCount: files.length,
		isUnfinished: true,
	});
	keepMedia(exchange, message.sid, files);
	exchange.background(carryMessage(exchange, message.sid));
	return message;
}
