import type { MessageView } from "../../control/message-view.ts";
import { describeError } from "../describe-error.ts";
import type { StatusWord } from "../status-word.ts";

export function describeDelivery({ status, errorCode }: MessageView): StatusWord {
	const { word, tone } = statuses[status];
	return errorCode === null ? { word, tone } : { word: `${word} · ${describeError(errorCode)}`, tone };
}

const statuses: Record<MessageView["status"], StatusWord> = {
	queued: { word: "Queued", tone: "busy" },
	sending: { word: "Sending", tone: "busy" },
	sent: { word: "Sent", tone: "busy" },
	delivered: { word: "Delivered", tone: "calm" },
	received: { word: "Delivered", tone: "calm" },
	undelivered: { word: "Not delivered", tone: "bad" },
	failed: { word: "Failed", tone: "bad" },
};
