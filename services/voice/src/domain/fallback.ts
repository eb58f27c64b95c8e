import type { CallStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths } from "./call/call-paths.ts";
import { type CallInProgress, sayAndHangUp } from "./call/call-plan.ts";
import { ringCompanyPhone } from "./ringing/ring-company-phone.ts";

const ringSeconds = 25;
/** The longest that the carrier would transcribe, and long enough to say who called and why. */
const messageSeconds = 120;

/**
 * What a caller gets when nothing can be looked up: a telephone that the installer named, otherwise a message that stays
 * with the carrier until the sweep finds it. Needs no database, no model and no other Worker.
 */
export function serveWithoutLookup(fallbackNumber: string, call: CallInProgress | null): CallStep[] {
	// A call that this very telephone sent on to us would only come back.
	if (fallbackNumber === "" || fallbackNumber === call?.forwardedFrom) {
		return takeMessage(phrases.troubleThenMessage);
	}
	return [
		{ kind: "say", text: phrases.troubleThenConnect },
		ringCompanyPhone(fallbackNumber, call, {
			timeoutSeconds: ringSeconds,
			nextPath: callPaths.fallbackResult,
		}),
	];
}

/** What the webhook that failed was about, as far as the carrier repeats it. */
export interface FailedMoment {
	/** Two people were connected, and it is over. */
	isBridged: boolean;
	/** A message was recorded. */
	hasRecording: boolean;
}

/** Whoever has spoken with somebody, or has left a message, is done: nothing more is asked of them. */
export function serveInFallback(
	{ isBridged, hasRecording }: FailedMoment,
	fallbackNumber: string,
	call: CallInProgress | null,
): CallStep[] {
	if (isBridged) return [{ kind: "hangUp" }];
	return hasRecording ? afterFallbackMessage() : serveWithoutLookup(fallbackNumber, call);
}

/** After the named telephone rang: done, or a message when nobody was there. */
export function afterFallbackRinging({ isBridged }: { isBridged: boolean }): CallStep[] {
	return isBridged ? [{ kind: "hangUp" }] : takeMessage(phrases.nobodyThenMessage);
}

export function afterFallbackMessage(): CallStep[] {
	return sayAndHangUp(phrases.messageTaken);
}

function takeMessage(words: string): CallStep[] {
	return [
		{ kind: "say", text: words },
		{ kind: "record", maxSeconds: messageSeconds, nextPath: callPaths.fallbackRecorded },
		// An empty recording may fall through to here; the caller is not left in silence.
		...sayAndHangUp(phrases.goodbye),
	];
}
