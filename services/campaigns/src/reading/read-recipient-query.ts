import { readNumber } from "@cloudpbx/domain/numbering/read-number";

/** A search among recipients. */
export type RecipientQuery =
	/** The whole number in E.164. */
	| { kind: "number"; number: string }
	/** The beginning or the end of a number; `end` is null if a country code was typed. */
	| { kind: "part"; beginnings: string[]; end: string | null }
	/** Part of a merge field's value, in each of these spellings and whatever the case of its letters from A to Z. */
	| { kind: "field"; spellings: string[] };

/**
 * Digits with the usual separators are a number, or the beginning or the end of one, national or with its country code. Anything
 * else is part of a merge field's value.
 */
export function readRecipientQuery(typed: string): RecipientQuery {
	const digits = typed.replace(/[\s().\-/]/g, "");
	if (!/^\+?\d+$/.test(digits)) return { kind: "field", spellings: spellingsOf(typed) };
	const read = readNumber(typed, "US");
	// Numbers of other countries have no fixed length: this may be the beginning of a longer one.
	if (read.ok && read.number.startsWith("+1")) return { kind: "number", number: read.number };
	if (digits.startsWith("+")) return { kind: "part", beginnings: [digits], end: null };
	return { kind: "part", beginnings: [`+${digits}`, `+1${digits}`], end: digits };
}

/** SQLite knows the cases only of the letters from A to Z (sqlite.org/lang_corefunc.html#lower). */
function spellingsOf(typed: string): string[] {
	const lower = typed.toLowerCase();
	const capitalised = lower.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
	return [...new Set([typed, lower, typed.toUpperCase(), capitalised])];
}
