import type { CallOutOutcome } from "@cloudpbx/contracts/calls/calls";
import type { CallStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths } from "../call/call-paths.ts";
import type { CallEvent } from "../call/call-plan.ts";
import type { RingResult } from "../ringing/after-ringing.ts";
import { announceForKey, endLeg } from "../ringing/screen-leg.ts";

export interface OwnLeg {
	callId: string;
	position: number;
}

/** Shorter than most mailboxes wait. */
const calleeRingSeconds = 45;

/** Looks nothing up: the label is in the path. */
export function announceCallee(leg: OwnLeg, label: string): CallStep[] {
	return announceForKey(phrases.placeCall(label), callPaths.callOut(leg, "key"));
}

export function ringCallee(leg: OwnLeg, { to, callerId }: { to: string; callerId: string }): CallStep[] {
	return [
		{
			kind: "ring",
			phones: [{ number: to, answeredPath: callPaths.callOut(leg, "answered") }],
			callerId,
			timeoutSeconds: calleeRingSeconds,
			nextPath: callPaths.callOut(leg, "result"),
		},
	];
}

export function tellCallIsOver(): CallStep[] {
	return [{ kind: "say", text: phrases.callIsOver }, ...endLeg()];
}

export function afterCallOut(result: RingResult): {
	steps: CallStep[];
	outcome: CallOutOutcome;
	event: CallEvent;
} {
	if (result.isBridged) {
		const detail = { talkSeconds: result.talkSeconds };
		return {
			steps: endLeg(),
			outcome: "answered",
			event: { step: "callee-spoke", kind: "callee_spoke", detail },
		};
	}
	const outcome = result.isCallerPresent ? (outcomeOf[result.ringResult] ?? "no_answer") : "canceled";
	const words = wordsFor[outcome];
	return {
		steps: words === undefined ? endLeg() : [{ kind: "say", text: words }, ...endLeg()],
		outcome,
		event: { step: "callee-not-reached", kind: "callee_not_reached", detail: { result: outcome } },
	};
}

const outcomeOf: Partial<Record<RingResult["ringResult"], CallOutOutcome>> = {
	busy: "busy",
	failed: "failed",
	canceled: "canceled",
};

const wordsFor: Partial<Record<CallOutOutcome, string>> = {
	busy: phrases.lineIsBusy,
	no_answer: phrases.nobodyAnswered,
	failed: phrases.notConnected,
};
