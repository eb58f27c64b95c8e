import type { CallStatus } from "@cloudpbx/contracts/calls/calls";
import type { ReceptionistPlace } from "../call/call-paths.ts";
import { type CallEvent, type CallInProgress, type CallPlan, withEvent } from "../call/call-plan.ts";
import type { Extension, Office } from "../office/office.ts";
import { planRinging, turnsAfter } from "./plan-ringing.ts";
import { offerVoicemail, ringTurns, turnOf } from "./reach-extension.ts";

export interface RingResult {
	/** Two people were connected. */
	isBridged: boolean;
	/** How the rung telephone ended, in the carrier's view. */
	ringResult: CallStatus;
	talkSeconds: number;
	/** The leg that was picked up, otherwise the first that was placed; null when the carrier does not name it. */
	legId: string | null;
	/** A rung telephone was picked up, as its screening has told; left out: not known. */
	isPickedUp?: boolean;
	/** The caller is still on the line. */
	isCallerPresent: boolean;
}

/** What rang: the destination, and which member when others of its group come next. */
export interface Rung {
	extension: Extension;
	member: string | null;
	place?: ReceptionistPlace;
}

/**
 * After an extension rang: done when two people spoke or the caller left, the next members of a group that rings in order, voicemail
 * otherwise.
 */
export function afterRinging(rung: Rung, result: RingResult, call: CallInProgress, office: Office): CallPlan {
	const ended = endOfRinging(rung.extension.ext, result);
	if (ended) return ended;
	const plan = ringNextMembers(rung, call, office) ?? offerVoicemail(rung.extension, office);
	return withEvent(notReached(rung, result), plan);
}

/** Rings whoever comes after the member that rang; null when that was the last. */
export function ringNextMembers(
	{ extension, member, place }: Rung,
	call: CallInProgress,
	office: Office,
): CallPlan | null {
	if (member === null) return null;
	const { turns } = planRinging(extension, call, office);
	const next = turnsAfter(extension, member, turns, office);
	return next.length === 0 ? null : ringTurns({ extension, place }, next, call, office);
}

/** Nobody spoke with the caller: nobody picked up, or whoever did, a mailbox perhaps, did not take the call. */
export function notReached({ extension, member, place }: Rung, result: RingResult): CallEvent {
	const isPickedUp = result.isPickedUp || result.ringResult === "completed";
	return {
		step: `unanswered-${extension.ext}${member === null ? "" : `-${member}`}${turnOf(place)}`,
		kind: isPickedUp ? "extension_not_taken" : "extension_unanswered",
		detail: { extension: extension.ext, ...(member !== null && { member }), result: result.ringResult },
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
