import type { CallStatus } from "@cloudpbx/contracts/calls/calls";
import type { ReceptionistPlace } from "../call/call-paths.ts";
import { type CallEvent, type CallInProgress, type CallPlan, withEvent } from "../call/call-plan.ts";
import type { Extension, Office } from "../office/office.ts";
import { planRinging, turnsAfter } from "./plan-ringing.ts";
import { offerVoicemail, ringTurns, turnOf } from "./reach-extension.ts";

export interface RingResult {
	/** Two people were connected. */
	isBridged: boolean;
	ringResult: CallStatus;
	talkSeconds: number;
	/** The leg that was picked up, otherwise the first; null when the carrier does not name it. */
	legId: string | null;
	/** Reported by the screening of a rung telephone; left out: not known. */
	isPickedUp?: boolean;
	isCallerPresent: boolean;
}

/** `member` is set when others of the group come next. */
export interface Rung {
	extension: Extension;
	member: string | null;
	place?: ReceptionistPlace;
}

export function afterRinging(rung: Rung, result: RingResult, call: CallInProgress, office: Office): CallPlan {
	const ended = endOfRinging(rung.extension.ext, result);
	if (ended) return ended;
	const plan = ringNextMembers(rung, call, office) ?? offerVoicemail(rung.extension, office);
	return withEvent(notReached(rung, result), plan);
}

/** Null when the last member has rung. */
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

/** A telephone that was picked up and not taken may have been answered by a mailbox. */
export function notReached({ extension, member, place }: Rung, result: RingResult): CallEvent {
	const isPickedUp = result.isPickedUp || result.ringResult === "completed";
	return {
		step: `unanswered-${extension.ext}${member === null ? "" : `-${member}`}${turnOf(place)}`,
		kind: isPickedUp ? "extension_not_taken" : "extension_unanswered",
		detail: { extension: extension.ext, ...(member !== null && { member }), result: result.ringResult },
	};
}

/** Needs nothing looked up. Null while the caller still waits for somebody. */
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
