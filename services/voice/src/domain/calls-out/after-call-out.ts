import type { CallOutOutcome } from "@cloudpbx/contracts/calls/calls";
import type { CallStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths } from "../call/call-paths.ts";
import type { CallEvent } from "../call/call-plan.ts";
import type { RingResult } from "../ringing/after-ringing.ts";
import { announceForKey, endLeg } from "../ringing/screen-leg.ts";

/** A telephone that rings for a call out: the call, and which of the person's telephones it is. */
export interface OwnLeg {
	callId: string;
	position: number;
}

/** Seconds that the callee's telephone rings: their own mailbox usually comes first. */
const calleeRingSeconds = 45;

/** For whoever picks up an own telephone: whom they are about to call, then one key. Nothing is looked up. */
export function announceCallee(leg: OwnLeg, label: string): CallStep[] {
	return announceForKey(phrases.placeCall(label), callPaths.callOut(leg, "key"));
}

/** The key was pressed first on this telephone. */
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

/** The call has ended meanwhile, or another telephone was faster. */
export function tellCallIsOver(): CallStep[] {
	return [{ kind: "say", text: phrases.callIsOver }, ...endLeg()];
}

/** What a call out came to when the callee's telephone stopped ringing or the conversation ended. */
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
