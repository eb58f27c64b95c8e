import { readNumber } from "@cloudpbx/domain/numbering/read-number";

export type RecipientQuery =
	| { kind: "number"; number: string }
	/** Beginnings or end of a number. `end` is null when a country code was typed. */
	| { kind: "part"; beginnings: string[]; end: string | null }
	/** Part of a merge field's value, in each of these spellings. */
	| { kind: "field"; spellings: string[] };

/**
 * Reads digits as a number or part of one, national or with country code. Other input is part of a merge field's
 * value.
 */
export function readRecipientQuery(typed: string): RecipientQuery {
	const digits = typed.replace(/[\s().\-/]/g, "");
	if (!/^\+?\d+$/.test(digits)) return { kind: "field", spellings: spellingsOf(typed) };
	const read = readNumber(typed, "US");
	// Other countries' numbers have no fixed length: this may be the beginning of a longer one.
	if (read.ok && read.number.startsWith("+1")) return { kind: "number", number: read.number };
	if (digits.startsWith("+")) return { kind: "part", beginnings: [digits], end: null };
	return { kind: "part", beginnings: [`+${digits}`, `+1${digits}`], end: digits };
}

/** SQLite ignores case only for A to Z (sqlite.org/lang_corefunc.html#lower). */
function spellingsOf(typed: string): string[] {
	const lower = typed.toLowerCase();
	const capitalised = lower.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
	return [...new Set([typed, lower, typed.toUpperCase(), capitalised])];
}
