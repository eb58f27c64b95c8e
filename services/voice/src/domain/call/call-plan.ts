import type {
	CallEventDetail,
	CallEventKind,
	CallOutcome,
	ReceptionistResult,
} from "@cloudpbx/contracts/calls/calls";
import type { Danger } from "@cloudpbx/contracts/calls/danger";
import type { CallStep, GatherStep } from "@cloudpbx/domain/call-step";

/** `from` is null for a withheld number; `forwardedFrom` is the telephone that sent the call on to us. */
export interface CallInProgress {
	from: string | null;
	to: string;
	forwardedFrom?: string | null;
}

/** `step` names the moment within the call: a second report of it is ignored. */
export interface CallEvent {
	step: string;
	kind: CallEventKind;
	detail: CallEventDetail;
}

/** The next moment of a call, and its events. Optional fields are set when this moment decides them. */
export interface CallPlan {
	steps: CallStep[];
	events: CallEvent[];
	extension?: string;
	takenBy?: string;
	outcome?: CallOutcome;
	talkSeconds?: number;
	receptionistResult?: ReceptionistResult;
	danger?: Danger;
}

export function withEvent(event: CallEvent, plan: CallPlan): CallPlan {
	return { ...plan, events: [event, ...plan.events] };
}

/** `language` is ISO 639-1; left out: English. */
export function sayAndHangUp(text: string, language?: string): CallStep[] {
	return [{ kind: "say", text, ...(language && { language }) }, { kind: "hangUp" }];
}

export function askKey(prompt: string, waitSeconds: number, nextPath: string): GatherStep {
	return { kind: "gather", prompt, maxDigits: 1, waitSeconds, nextPath };
}
