import type { HttpMethod } from "../webhooks/request.ts";
import type { HangupPlan } from "./hangup-plan.ts";

export type FinalStatus = "completed" | "busy" | "failed" | "no-answer" | "canceled";
export type CallStatus = "queued" | "initiated" | "ringing" | "in-progress" | FinalStatus;
export const progressEvents = ["initiated", "ringing", "answered", "completed"] as const;
export type ProgressEvent = (typeof progressEvents)[number];
export type WaitingKind = "digits" | "speech" | "digits speech" | "record" | "ring" | "queue";

/** A call or a leg of one, as it is remembered. Instants are real milliseconds since 1970. */
export interface Call {
	sid: string;
	parentSid: string | null;
	from: string;
	to: string;
	/** `direct` joins two virtual phones without touching the account. */
	direction: "inbound" | "outbound-api" | "outbound-dial" | "direct";
	status: CallStatus;
	createdAt: number;
	answeredAt: number | null;
	endedAt: number | null;
	/** Network seconds from answer to end; null until the call ended, 0 when it was never answered. */
	durationSeconds: number | null;
	/** Network time at the answer, moved back by what was recorded in no time. */
	answeredClockMs: number | null;
	waitingFor: { kind: WaitingKind; since: number } | null;
	lastWaitAt: number;
	/** The account's number that the call came in on. */
	numberSid: string | null;
	/** Parameters of this call beside the standard ones: CallerName, ForwardedFrom, StirVerstat. */
	extraParams: Record<string, string>;
	fallback: { url: string; method: HttpMethod } | null;
	progress: { url: string; method: HttpMethod; events: ProgressEvent[]; next: number } | null;
	/** What must still happen when the call ends while a verb is at work. */
	hangupPlan: HangupPlan | null;
}

export function isFinal(status: CallStatus): status is FinalStatus {
	return !["queued", "initiated", "ringing", "in-progress"].includes(status);
}
