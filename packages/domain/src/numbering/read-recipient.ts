import { isNoState, readState } from "../quiet-hours/read-state.ts";
import { writeOutUnseen } from "../write-out-unseen.ts";
import { readNumber } from "./read-number.ts";

export type ReadRecipient =
	| { ok: true; number: string; state: string | null }
	/** `number`: null where it is none. */
	| { ok: false; reason: string; number: string | null };

/** Country of numbers without a country code. */
const country = "US";
const stateCharactersShown = 40;

/**
 * The recipient that an entry of a list means: the number as E.164, the state by its postal abbreviation. Refused in words: what is no telephone
 * number, and for a number of North America what is no state, since its hours would be those of another one.
 */
export function readRecipient(entry: { number: string; state?: string | null | undefined }): ReadRecipient {
	const read = readNumber(entry.number, country);
	if (!read.ok) return { ...read, number: null };
	if (isNoState(entry.state)) return { ...read, state: null };
	const state = readState(entry.state);
	if (state === null && read.number.startsWith("+1")) {
		const shown = writeOutUnseen(entry.state?.trim() ?? "").slice(0, stateCharactersShown);
		const { number } = read;
		return {
			ok: false,
			number,
			reason: `“${shown}” is no state and no province. Write it such as FL or Florida.`,
		};
	}
	return { ...read, state };
}
