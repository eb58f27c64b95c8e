import type { CallEventDetail } from "@cloudpbx/contracts/calls/calls";
import type { CallStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { askKey, type CallEvent } from "../call/call-plan.ts";

/** Seconds without a key, after the announcement, that end the leg. */
const keyWaitSeconds = 8;

const takeKey = "1";

export interface Announcement {
	caller: string | null;
	name: string | null;
	wish: string | null;
}

/** The carrier connects the two when a document runs out, so this one ends by hanging up. */
export function announceCaller({ caller, name, wish }: Announcement, keyPath: string): CallStep[] {
	return announceForKey(phrases.takeLeg(caller, name, wish), keyPath);
}

export function announceForKey(prompt: string, keyPath: string): CallStep[] {
	return [askKey(prompt, keyWaitSeconds, keyPath), ...endLeg()];
}

export function takeLeg(digits: string): CallStep[] {
	return isTaking(digits) ? [] : endLeg();
}

export function isTaking(digits: string): boolean {
	return digits === takeKey;
}

export function endLeg(): CallStep[] {
	return [{ kind: "hangUp" }];
}

export const pickedUpSteps = "picked-up-";

/** Stored once for each leg, however often it is reported. */
export function pickedUp(leg: Leg, legId: string): CallEvent {
	return { step: `${pickedUpSteps}${legId}`, kind: "extension_picked_up", detail: detailOf(leg) };
}

export function taken(leg: Leg, legId: string): CallEvent {
	return { step: `taken-${legId}`, kind: "extension_taken", detail: detailOf(leg) };
}

/** `ext` rings, `member` is the person whose telephone it is: the same for a person. */
export interface Leg {
	ext: string;
	member: string;
}

function detailOf({ ext, member }: Leg): CallEventDetail {
	return { extension: ext, ...(member !== ext && { member }) };
}
