import type { CallEventDetail } from "@cloudpbx/contracts/calls";
import type { CallStep } from "@cloudpbx/domain/call-step";
import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { type CallerMark, callPaths, type ReceptionistPlace } from "./call-paths.ts";
import type { CallInProgress, CallPlan, Extension, VoiceSettings } from "./call-plan.ts";

/**
 * Rings the extension, or offers its voicemail when it rings nowhere. By default whoever picks up takes the call by a key, so
 * that no mailbox takes it. Ringing is the only step: `answerOnBridge` keeps an unanswered caller free of charge only as the
 * first verb of the first document. `place` is where the receptionist sent the caller from, and takes the caller back.
 */
export function reachExtension(
	extension: Extension,
	call: CallInProgress,
	settings: VoiceSettings,
	place?: ReceptionistPlace,
): CallPlan {
	const { ext, name, answerWith } = extension;
	const number = findTelephone(extension, call);
	if (number === null) {
		return offerVoicemail(
			extension,
			settings,
			place,
			isComingBack(extension, call) ? { isForwarded: true } : {},
		);
	}
	return {
		steps: [
			{
				kind: "ring",
				number,
				...(answerWith === "key" && { screenPath: callPaths.screen(ext, markCaller(call), name) }),
				// Twilio refuses a caller id that is no number (13214); ours is always allowed.
				callerId: call.from ?? call.to,
				timeoutSeconds: settings.ringSeconds,
				nextPath: place ? callPaths.receptionistRingResult(ext, place) : callPaths.ringResult(ext),
			},
		],
		events: [{ step: `ring-${ext}${turnOf(place)}`, kind: "extension_rang", detail: { extension: ext } }],
		extension: ext,
	};
}

/** The call is answered already, so a word before the ringing costs nothing. */
export function announceExtension(
	extension: Extension,
	call: CallInProgress,
	settings: VoiceSettings,
	place?: ReceptionistPlace,
): CallPlan {
	const plan = reachExtension(extension, call, settings, place);
	if (findTelephone(extension, call) === null) return plan;
	const { language, words } = speakIn(place?.language ?? "en");
	return {
		...plan,
		steps: [{ kind: "say", text: words.connecting(extension.name), language }, ...plan.steps],
	};
}

/**
 * Where it rings; null: nowhere. A call that came from that very telephone, or for that very number, would only come back again.
 */
function findTelephone(extension: Extension, call: CallInProgress): string | null {
	return isComingBack(extension, call) ? null : extension.forwardTo;
}

function isComingBack({ forwardTo }: Extension, { forwardedFrom, to }: CallInProgress): boolean {
	return forwardTo !== null && (forwardTo === forwardedFrom || forwardTo === to);
}

export function markCaller({ from }: CallInProgress): CallerMark {
	return from === null ? "withheld" : "known";
}

/** The receptionist may send a caller to the same extension twice: each time is a step of its own. */
export function turnOf(place: ReceptionistPlace | undefined): string {
	return place ? `-turn-${place.attempt}-${place.turn}` : "";
}

/**
 * Greeting, tone, recording, in the language in which the receptionist was spoken to, otherwise in the owner's. A caller who
 * hangs up during the greeting leaves nothing behind.
 */
export function offerVoicemail(
	extension: Extension,
	settings: VoiceSettings,
	place?: ReceptionistPlace,
	because: CallEventDetail = {},
): CallPlan {
	const spoken = place?.language ?? settings.voicemailLanguage;
	const { language, words } = speakIn(spoken);
	const steps: CallStep[] = [
		{ kind: "say", text: words.leaveMessage(extension.name), language },
		{
			kind: "record",
			maxSeconds: settings.voicemailMaxSeconds,
			nextPath: callPaths.voicemailFinished(extension.ext, language),
			recordedPath: callPaths.voicemailRecorded(extension.ext),
			// The carrier understands American English only (twilio.com/docs/voice/twiml/record, transcribe).
			...(spoken === "en" && {
				transcribedPath: callPaths.voicemailTranscribed(extension.ext),
			}),
		},
	];
	return {
		steps,
		events: [
			{
				step: `voicemail-${extension.ext}${turnOf(place)}`,
				kind: "voicemail_offered",
				detail: { extension: extension.ext, ...because },
			},
		],
		extension: extension.ext,
	};
}
