import type { MessageView } from "../control/message-view.ts";

export interface Delivery {
	word: string;
	tone: "good" | "busy" | "bad" | "calm";
}

/** How far a text has come, in a word; with the carrier's code when it went wrong. */
export function describeDelivery({ status, errorCode }: MessageView): Delivery {
	const { word, tone } = STATUSES[status];
	return errorCode === null ? { word, tone } : { word: `${word} · ${describeError(errorCode)}`, tone };
}

const STATUSES: Record<MessageView["status"], Delivery> = {
	queued: { word: "Queued", tone: "busy" },
	sending: { word: "Sending", tone: "busy" },
	sent: { word: "Sent", tone: "busy" },
	delivered: { word: "Delivered", tone: "calm" },
	received: { word: "Delivered", tone: "calm" },
	undelivered: { word: "Not delivered", tone: "bad" },
	failed: { word: "Failed", tone: "bad" },
};

function describeError(code: number): string {
	const words = ERRORS[code];
	return words ? `${words} (${code})` : `error ${code}`;
}

const ERRORS: Record<number, string> = {
	14107: "too many replies",
	21610: "recipient has opted out",
	30001: "queue is full",
	30003: "phone unreachable",
	30004: "blocked",
	30005: "unknown phone",
	30006: "landline",
	30007: "filtered as spam",
	30032: "sender not verified",
	30033: "campaign suspended",
	30034: "sender not registered",
	30035: "sender being set up",
	30036: "waited too long",
};
