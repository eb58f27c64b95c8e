import type { CallEventDetail } from "@cloudpbx/contracts/calls/calls";
import type { CallStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { askKey, type CallEvent } from "../call/call-plan.ts";

/** Seconds of nothing, after the announcement, that end the leg. */
const keyWaitSeconds = 8;

const takeKey = "1";

/** The caller's name or number, the destination and the wish, each null when it is not known. */
export interface Announcement {
	caller: string | null;
	name: string | null;
	wish: string | null;
}

/**
 * For whoever picks up a rung telephone: the announcement, then one key. The carrier connects the two when a document runs out, so
 * this one ends by hanging up: without a key nobody is connected.
 */
export function announceCaller({ caller, name, wish }: Announcement, keyPath: string): CallStep[] {
	return announceForKey(phrases.takeLeg(caller, name, wish), keyPath);
}

export function announceForKey(prompt: string, keyPath: string): CallStep[] {
	return [askKey(prompt, keyWaitSeconds, keyPath), ...endLeg()];
}

/** The key takes the call; any other, and none, ends this leg and nothing else. */
export function takeLeg(digits: string): CallStep[] {
	return isTaking(digits) ? [] : endLeg();
}

export function isTaking(digits: string): boolean {
	return digits === takeKey;
}

/** The rung telephone's line ends. Its caller goes on to the voicemail. */
export function endLeg(): CallStep[] {
	return [{ kind: "hangUp" }];
}

/** How the steps of `pickedUp` begin. */
export const pickedUpSteps = "picked-up-";

/** Each leg is picked up once, however often it is reported. */
export function pickedUp(leg: Leg, legId: string): CallEvent {
	return { step: `${pickedUpSteps}${legId}`, kind: "extension_picked_up", detail: detailOf(leg) };
}

export function taken(leg: Leg, legId: string): CallEvent {
	return { step: `taken-${legId}`, kind: "extension_taken", detail: detailOf(leg) };
}

/** The person whose telephone it is, and the destination that it rings for: three keys each, the same for a person. */
export interface Leg {
	ext: string;
	member: string;
}

function detailOf({ ext, member }: Leg): CallEventDetail {
	return { extension: ext, ...(member !== ext && { member }) };
}
