import { readNumber } from "@cloudpbx/domain/numbering/read-number";

/** A search among recipients. */
export type RecipientQuery =
	/** A complete number in E.164. */
	| { kind: "number"; number: string }
	/** The beginning or the end of a number. `end` is null when a country code was typed. */
	| { kind: "part"; beginnings: string[]; end: string | null }
	/** Part of a merge field's value in each of these spellings. The case of the letters A to Z is ignored. */
	| { kind: "field"; spellings: string[] };

/**
 * Reads digits with the usual separators as a number, or as the beginning or end of one, national or with its
 * country code. Any other input is part of a merge field's value.
 */
export function readRecipientQuery(typed: string): RecipientQuery {
	const digits = typed.replace(/[\s().\-/]/g, "");
	if (!/^\+?\d+$/.test(digits)) return { kind: "field", spellings: spellingsOf(typed) };
	const read = readNumber(typed, "US");
	// Numbers of other countries have no fixed length, so this may be the beginning of a longer number.
	if (read.ok && read.number.startsWith("+1")) return { kind: "number", number: read.number };
	if (digits.startsWith("+")) return { kind: "part", beginnings: [digits], end: null };
	return { kind: "part", beginnings: [`+${digits}`, `+1${digits}`], end: digits };
}

/** SQLite ignores case only for the letters A to Z (sqlite.org/lang_corefunc.html#lower). */
function spellingsOf(typed: string): string[] {
	const lower = typed.toLowerCase();
	const capitalised = lower.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
	return [...new Set([typed, lower, typed.toUpperCase(), capitalised])];
}
