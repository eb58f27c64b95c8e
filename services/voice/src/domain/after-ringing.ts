import type { CallStatus } from "@cloudpbx/contracts/calls";
import type { ReceptionistPlace } from "./call-paths.ts";
import type { CallPlan, Extension, VoiceSettings } from "./call-plan.ts";
import { offerVoicemail, turnOf } from "./reach-extension.ts";

export interface RingResult {
	/** Two people were connected. */
	isBridged: boolean;
	/** How the rung telephone ended, in the carrier's view. */
	ringResult: CallStatus;
	talkSeconds: number;
	/** The caller is still on the line. */
	isCallerPresent: boolean;
}

/** After an extension rang: done when two people spoke or the caller left, voicemail otherwise. */
export function afterRinging(
	extension: Extension,
	result: RingResult,
	settings: VoiceSettings,
	place?: ReceptionistPlace,
): CallPlan {
	const turn = turnOf(place);
	const detail = { extension: extension.ext };
	if (result.isBridged) {
		return {
			steps: [{ kind: "hangUp" }],
			events: [
				{
					step: `answered-${extension.ext}${turn}`,
					kind: "extension_answered",
					detail: { ...detail, talkSeconds: result.talkSeconds },
				},
			],
			outcome: "answered",
		};
	}
	if (!result.isCallerPresent) {
		return {
			steps: [],
			events: [{ step: `gave-up-${extension.ext}${turn}`, kind: "caller_gave_up", detail }],
		};
	}
	const plan = offerVoicemail(extension, settings);
	const unanswered = { step: `unanswered-${extension.ext}`, kind: "extension_unanswered" as const };
	return {
		...plan,
		events: [{ ...unanswered, detail: { ...detail, result: result.ringResult } }, ...plan.events],
	};
}
