import type { MessageView } from "../../control/message-view.ts";
import { describeDelivery } from "./describe-delivery.ts";

export interface Bubble {
	message: MessageView;
	isOwn: boolean;
	isThere: boolean;
	timeAbove: string | null;
	/** Null where the next text says the same. */
	delivery: ReturnType<typeof describeDelivery> | null;
}

/** A text after this silence shows its time. */
const silenceMilliseconds = 15 * 60_000;

export function listBubbles(phone: string, messages: readonly MessageView[]): Bubble[] {
	return messages.map((message, index) => {
		const before = messages[index - 1];
		const silence = before ? Date.parse(message.at) - Date.parse(before.at) : Number.POSITIVE_INFINITY;
		const isOwn = message.from === phone;
		const isThere = message.status === "delivered" || message.status === "received";
		const isRepeated = messages.slice(index + 1).some((later) => (later.from === phone) === isOwn);
		return {
			message,
			isOwn,
			isThere,
			timeAbove: silence > silenceMilliseconds ? message.at : null,
			delivery: isThere && isRepeated ? null : describeDelivery(message),
		};
	});
}
