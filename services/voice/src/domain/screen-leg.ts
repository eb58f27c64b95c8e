import type { CallStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import type { CallEvent } from "./call-plan.ts";

/** Seconds of nothing, after the announcement, that end the leg. */
const keyWaitSeconds = 8;

const takeKey = "1";

/**
 * For whoever picks up a rung telephone: who calls and for whom, then one key. `caller` and `name` are null when not known. The
 * carrier connects the two when a document runs out, so this one ends by hanging up: without a key nobody is connected.
 */
export function announceCaller(caller: string | null, name: string | null, keyPath: string): CallStep[] {
	const prompt = phrases.takeLeg(caller, name);
	return [
		{ kind: "gather", prompt, maxDigits: 1, waitSeconds: keyWaitSeconds, nextPath: keyPath },
		...endLeg(),
	];
}

/** The key takes the call; any other, and none, ends this leg and nothing else. */
export function takeLeg(digits: string): CallStep[] {
	return digits === takeKey ? [] : endLeg();
}

/** The rung telephone's line ends. Its caller goes on to the voicemail. */
export function endLeg(): CallStep[] {
	return [{ kind: "hangUp" }];
}

export function pickedUp(ext: string, legId: string): CallEvent {
	return { step: pickedUpStep(legId), kind: "extension_picked_up", detail: { extension: ext } };
}

/** Each leg is picked up once, however often it is reported. */
export function pickedUpStep(legId: string): string {
	return `picked-up-${legId}`;
}
