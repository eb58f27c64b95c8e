import type { GatherStep } from "@cloudpbx/domain/call-step";
import type { Office } from "../office/office.ts";

export const againKey = "9";
export const receptionistKey = "0";
export const backKey = "*";

const extensionKeys = /^1(0[1-9]|[1-9]\d)$/;
const beginnings = /^1\d?$/;

/** `101`, `0` and `9` are all choices, so one Gather takes up to three keys. */
export const choiceDigitsMax = 3;

/** Gap after which the pressed keys are read, in Twilio's whole seconds. An extension's three keys are typed faster than that. */
export const keyGapSeconds = 1;

export function readExtensionKeys(digits: string): string | null {
	return extensionKeys.test(digits) ? digits : null;
}

export function isBeginningOfExtension(digits: string): boolean {
	return beginnings.test(digits);
}

export function awaitMoreKeys(
	typed: string,
	{ keyWaitSeconds }: Office["settings"],
	nextPath: string,
): GatherStep {
	return {
		kind: "gather",
		prompt: "",
		maxDigits: choiceDigitsMax - typed.length,
		waitSeconds: keyWaitSeconds,
		nextPath,
	};
}
