import type { HttpMethod } from "../webhooks/request.ts";
import type { HangupPlan } from "./hangup-plan.ts";

export type FinalStatus = "completed" | "busy" | "failed" | "no-answer" | "canceled";
export type CallStatus = "queued" | "initiated" | "ringing" | "in-progress" | FinalStatus;
export const progressEvents = ["initiated", "ringing", "answered", "completed"] as const;
export type ProgressEvent = (typeof progressEvents)[number];
export type WaitingKind = "digits" | "speech" | "digits speech" | "record" | "ring" | "queue";

/** Instants are real milliseconds since 1970, `…ClockMs` are network milliseconds. */
export interface Call {
	sid: string;
	parentSid: string | null;
	from: string;
	to: string;
	/** `direct` joins two virtual phones; the account does not see it. */
	direction: "inbound" | "outbound-api" | "outbound-dial" | "direct";
	status: CallStatus;
	createdAt: number;
	answeredAt: number | null;
	endedAt: number | null;
	/** Network seconds from answer to end. Null until the end, 0 without an answer. */
	durationSeconds: number | null;
	/** The answer, moved back by the length of speech that took no time. */
	answeredClockMs: number | null;
	waitingFor: { kind: WaitingKind; since: number } | null;
	lastWaitAt: number;
	numberSid: string | null;
	/** CallerName, ForwardedFrom, StirVerstat. */
	extraParams: Record<string, string>;
	fallback: { url: string; method: HttpMethod } | null;
	progress: { url: string; method: HttpMethod; events: ProgressEvent[]; next: number } | null;
	hangupPlan: HangupPlan | null;
}

export function isFinal(status: CallStatus): status is FinalStatus {
	return !["queued", "initiated", "ringing", "in-progress"].includes(status);
}
