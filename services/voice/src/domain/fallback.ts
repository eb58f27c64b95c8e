import type { CallStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths } from "./call/call-paths.ts";
import { type CallInProgress, sayAndHangUp } from "./call/call-plan.ts";
import { ringCompanyPhone } from "./ringing/ring-company-phone.ts";

const ringSeconds = 25;
/** The longest that the carrier transcribes. */
const messageSeconds = 120;

/** Rings the fallback number, otherwise takes a message that stays with the carrier until the sweep finds it. */
export function serveWithoutLookup(fallbackNumber: string, call: CallInProgress | null): CallStep[] {
	// A call that this telephone sent on to us would only come back.
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

/** The failed webhook, as far as the carrier repeats it. */
export interface FailedMoment {
	isBridged: boolean;
	hasRecording: boolean;
}

export function serveInFallback(
	{ isBridged, hasRecording }: FailedMoment,
	fallbackNumber: string,
	call: CallInProgress | null,
): CallStep[] {
	if (isBridged) return [{ kind: "hangUp" }];
	return hasRecording ? afterFallbackMessage() : serveWithoutLookup(fallbackNumber, call);
}

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
		// An empty recording may fall through to here.
		...sayAndHangUp(phrases.goodbye),
	];
}
