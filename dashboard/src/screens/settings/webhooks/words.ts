import type { Webhook } from "@cloudpbx/contracts/news/webhooks";
import {
	type DeliveryStatus,
	type PauseReason,
	testEvent,
	type WebhookEvent,
	webhookLimits,
} from "@cloudpbx/contracts/words/webhook-words";
import { countOf } from "../../../words/counts.ts";
import type { Status } from "../../../words/statuses.ts";

export const eventWords: Record<WebhookEvent, string> = {
	"call.ended": "A call ends",
	"call.missed": "A call is missed",
	"voicemail.stored": "A voicemail is left",
	"voicemail.transcribed": "A voicemail is written down",
	"message.received": "A text comes in",
	"message.updated": "A text of ours gets another status",
	"conversation.waiting": "A conversation waits for a person",
	"campaign.finished": "A campaign finishes",
	"consent.changed": "Somebody opts out or in",
};

/** A log entry may be a test, which is no event. */
export function nameEvent(type: string): string {
	if (type === testEvent) return "Test";
	return eventWords[type as WebhookEvent] ?? type;
}

export const deliveryWords: Record<DeliveryStatus, Status> = {
	pending: { word: "Waiting", tone: "quiet" },
	delivered: { word: "Delivered", tone: "good" },
	failed: { word: "Failed", tone: "bad" },
	dropped: { word: "Dropped", tone: "quiet" },
};

export function statusOf({ isPaused, pausedReason, failingSince }: Webhook): Status {
	if (pausedReason === "restored") return { word: "Needs a Secret", tone: "bad" };
	if (isPaused) return { word: "Paused", tone: pausedReason === "person" ? "quiet" : "bad" };
	return failingSince === null ? { word: "Active", tone: "good" } : { word: "Failing", tone: "bad" };
}

const whyPaused: Record<PauseReason, string> = {
	person: "It is paused: nothing is sent.",
	failing:
		"It is paused: its receiver did not accept anything for a day. Resume it when the receiver works again.",
	gone: "It is paused: its receiver answered 410, which means that it wants no more events.",
	restored:
		"It was restored from an archive, which holds no secrets. Make a new secret and give it to the receiver.",
};

export function describeStanding({ isPaused, pausedReason, failingSince, waitingCount }: Webhook): string {
	const waiting =
		waitingCount === 0 ? "" : ` ${countOf(waitingCount, { one: "event waits", other: "events wait" })}.`;
	if (isPaused) {
		const kept = `Events of ${webhookLimits.keptDays} days are kept for it.`;
		return `${whyPaused[pausedReason ?? "person"]}${waiting || ` ${kept}`}`;
	}
	if (failingSince !== null) return `The last tries failed; they are repeated for a day.${waiting}`;
	return `Events are sent as they happen.${waiting}`;
}

export function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : url;
}
