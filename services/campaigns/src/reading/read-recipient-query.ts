import { readNumber } from "@cloudpbx/domain/numbering/read-number";

export type RecipientQuery =
	| { kind: "number"; number: string }
	/** Beginnings or end of a number. `end` is null when a country code was typed. */
	| { kind: "part"; beginnings: string[]; end: string | null }
	| { kind: "field"; spellings: string[] };

/** Digits are a number or part of one. Other input is part of a merge field's value. */
export function readRecipientQuery(typed: string): RecipientQuery {
	const digits = typed.replace(/[\s().\-/]/g, "");
	if (!/^\+?\d+$/.test(digits)) return { kind: "field", spellings: spellingsOf(typed) };
	const read = readNumber(typed, "US");
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
