import type {
	CallEventDetail,
	CallEventKind,
	CallOutcome,
	ReceptionistResult,
} from "@cloudpbx/contracts/calls/calls";
import type { Danger } from "@cloudpbx/contracts/calls/danger";
import type { CallStep, GatherStep } from "@cloudpbx/domain/call-step";

/**
 * What is known of the call when it asks what comes next. `from` is null for a withheld number; `forwardedFrom` is the telephone
 * that sent it on to us, null or left out: none.
 */
export interface CallInProgress {
	from: string | null;
	to: string;
	forwardedFrom?: string | null;
}

/** `step` names the moment within the call: told twice, it is stored once. */
export interface CallEvent {
	step: string;
	kind: CallEventKind;
	detail: CallEventDetail;
}

/** The answer to "what happens next": what the caller experiences and what is remembered of it. */
export interface CallPlan {
	steps: CallStep[];
	events: CallEvent[];
	/** The extension that the call was put through to, when this moment decides it. */
	extension?: string;
	/** The three keys of whoever took the call, when this moment tells it. */
	takenBy?: string;
	/** What the call has come to, when this moment proves it. */
	outcome?: CallOutcome;
	/** How long the caller spoke with a person, when this moment tells it. */
	talkSeconds?: number;
	/** What the receptionist has come to, at every moment of its part of the call. */
	receptionistResult?: ReceptionistResult;
	/** What danger the caller speaks of, when this moment tells it. */
	danger?: Danger;
}

/** The plan with an event before its own. */
export function withEvent(event: CallEvent, plan: CallPlan): CallPlan {
	return { ...plan, events: [event, ...plan.events] };
}

/** Words, then the end of the call. `language` is ISO 639-1; left out: English. */
export function sayAndHangUp(text: string, language?: string): CallStep[] {
	return [{ kind: "say", text, ...(language && { language }) }, { kind: "hangUp" }];
}

/** Says the prompt and takes one key, or none after the wait. */
export function askKey(prompt: string, waitSeconds: number, nextPath: string): GatherStep {
	return { kind: "gather", prompt, maxDigits: 1, waitSeconds, nextPath };
}
