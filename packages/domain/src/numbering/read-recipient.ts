import { isNoState, readState } from "../quiet-hours/read-state.ts";
import { writeOutUnseen } from "../write-out-unseen.ts";
import { readNumber } from "./read-number.ts";

export type ReadRecipient =
	| { ok: true; number: string; state: string | null }
	/** Null when it is no number. */
	| { ok: false; reason: string; number: string | null };

const country = "US";
const stateCharactersShown = 40;

/** Reads a list's entry as E.164 and state. Refuses unknown states: their quiet hours would be wrong. */
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
