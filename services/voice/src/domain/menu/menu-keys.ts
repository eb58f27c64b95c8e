import type { GatherStep } from "@cloudpbx/domain/call-step";
import type { Office } from "../office/office.ts";

export const againKey = "9";
export const receptionistKey = "0";
/** Back to the menu from anywhere, as on most telephones. */
export const backKey = "*";

const extensionKeys = /^1(0[1-9]|[1-9]\d)$/;
const beginnings = /^1\d?$/;

/** `101`, `0` and `9` are all choices, so one Gather takes up to three keys. */
export const choiceDigitsMax = 3;

/**
 * Gap after which the keys pressed so far are looked at. Only an extension has more than one key, and people type its three
 * faster; a single `0` or `9` need not wait longer. Twilio counts whole seconds.
 */
export const keyGapSeconds = 1;

/** The extension that these keys ask for (101–199), or null when they ask for something else. */
export function readExtensionKeys(digits: string): string | null {
	return extensionKeys.test(digits) ? digits : null;
}

/** Whether an extension's keys may go on after these: typed with a long gap, or looked up key by key. */
export function isBeginningOfExtension(digits: string): boolean {
	return beginnings.test(digits);
}

/** Waits for the rest of an extension's keys, without a word: the caller is in the middle of them. */
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
