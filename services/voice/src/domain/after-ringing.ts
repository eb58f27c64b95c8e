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
export function afterRinging(extension: Extension, result: RingResult, settings: VoiceSettings): CallPlan {
	const ended = endOfRinging(extension.ext, result);
	if (ended) return ended;
	const { ext } = extension;
	const detail = { extension: ext, result: result.ringResult };
	const plan = offerVoicemail(extension, settings);
	return {
		...plan,
		events: [{ step: `unanswered-${ext}`, kind: "extension_unanswered", detail }, ...plan.events],
	};
}

/** What needs nothing looked up: two people spoke, or the caller left. Null when the caller still waits for somebody. */
export function endOfRinging(ext: string, result: RingResult, place?: ReceptionistPlace): CallPlan | null {
	const turn = turnOf(place);
	const reception = place ? { receptionistResult: "reached" as const } : {};
	if (result.isBridged) {
		const detail = { extension: ext, talkSeconds: result.talkSeconds };
		return {
			steps: [{ kind: "hangUp" }],
			events: [{ step: `answered-${ext}${turn}`, kind: "extension_answered", detail }],
			outcome: "answered",
			talkSeconds: result.talkSeconds,
			...reception,
		};
	}
	if (result.isCallerPresent) return null;
	return {
		steps: [],
		events: [{ step: `gave-up-${ext}${turn}`, kind: "caller_gave_up", detail: { extension: ext } }],
		...reception,
	};
}
