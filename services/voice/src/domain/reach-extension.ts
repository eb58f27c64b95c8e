import type { CallStep } from "@cloudpbx/domain/call-step";
import { callPaths } from "./call-paths.ts";
import type { CallInProgress, CallPlan, Extension, VoiceSettings } from "./call-plan.ts";
import { phrases } from "./phrases.ts";

/**
 * Rings the extension, or offers its voicemail when it rings nowhere. Ringing is the only step: `answerOnBridge` keeps
 * an unanswered caller free of charge only as the first verb of the first document.
 */
export function reachExtension(
	extension: Extension,
	call: CallInProgress,
	settings: VoiceSettings,
): CallPlan {
	if (extension.forwardTo === null) return offerVoicemail(extension, settings);
	return {
		steps: [
			{
				kind: "ring",
				number: extension.forwardTo,
				// Twilio refuses a caller id that is no number (13214); ours is always allowed.
				callerId: call.from ?? call.to,
				timeoutSeconds: settings.ringSeconds,
				nextPath: callPaths.ringResult(extension.ext),
			},
		],
		events: [{ step: `ring-${extension.ext}`, kind: "extension_rang", detail: { extension: extension.ext } }],
		extension: extension.ext,
	};
}

/** Greeting, tone, recording. A caller who hangs up during the greeting leaves nothing behind. */
export function offerVoicemail(extension: Extension, settings: VoiceSettings): CallPlan {
	const steps: CallStep[] = [
		{ kind: "say", text: phrases.leaveMessage(extension.name) },
		{
			kind: "record",
			maxSeconds: settings.voicemailMaxSeconds,
			nextPath: callPaths.voicemailFinished(extension.ext),
			recordedPath: callPaths.voicemailRecorded(extension.ext),
			transcribedPath: callPaths.voicemailTranscribed(extension.ext),
		},
	];
	return {
		steps,
		events: [
			{ step: `voicemail-${extension.ext}`, kind: "voicemail_offered", detail: { extension: extension.ext } },
		],
		extension: extension.ext,
	};
}
