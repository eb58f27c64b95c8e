import type { CallStatus } from "@cloudpbx/contracts/calls";
import type { ReceptionistPlace } from "./call-paths.ts";
import type { CallEvent, CallPlan, Extension, VoiceSettings } from "./call-plan.ts";
import { offerVoicemail, turnOf } from "./reach-extension.ts";

export interface RingResult {
	/** Two people were connected. */
	isBridged: boolean;
	/** How the rung telephone ended, in the carrier's view. */
	ringResult: CallStatus;
	talkSeconds: number;
	/** The leg that was placed; null when the carrier does not name it. */
	legId: string | null;
	/** The rung telephone was picked up, as its screening has told; left out: not known. */
	isPickedUp?: boolean;
	/** The caller is still on the line. */
	isCallerPresent: boolean;
}

/** After an extension rang: done when two people spoke or the caller left, voicemail otherwise. */
export function afterRinging(extension: Extension, result: RingResult, settings: VoiceSettings): CallPlan {
	const ended = endOfRinging(extension.ext, result);
	if (ended) return ended;
	const plan = offerVoicemail(extension, settings);
	return { ...plan, events: [notReached(extension.ext, result), ...plan.events] };
}

/** Nobody spoke with the caller: nobody picked up, or whoever did, a mailbox perhaps, did not take the call. */
export function notReached(ext: string, result: RingResult, place?: ReceptionistPlace): CallEvent {
	const isPickedUp = result.isPickedUp || result.ringResult === "completed";
	return {
		step: `unanswered-${ext}${turnOf(place)}`,
		kind: isPickedUp ? "extension_not_taken" : "extension_unanswered",
		detail: { extension: ext, result: result.ringResult },
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
