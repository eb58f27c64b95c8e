/** Maximum searchable words of one contact, and maximum terms of one search. */
const wordsMax = 60;
const termsMax = 6;
const charactersMax = 40;
const shortEnds = [7, 4];

interface Named {
	number: string;
	name: string | null;
	company: string | null;
	email: string | null;
}

/** Lower case without accents: `Zoë` becomes `zoe`. */
function foldText(text: string): string {
	return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKC");
}

/** Sort key: name, company or number, whichever exists first. */
export function sortNameOf({ number, name, company }: Named): string {
	return foldText(name ?? company ?? number);
}

export function listContactWords({ number, name, company, email }: Named): string[] {
	const texts = [name, company, email].filter((text) => text !== null);
	const words = texts.flatMap((text) => [...splitWords(text), ...splitWords(text.replace(/['’]/g, ""))]);
	return [...new Set([...listDigits(number), ...words])].slice(0, wordsMax);
}

export function listSearchTerms(query: string): string[] {
	const text = query.trim();
	if (/^\+?[\d\s().\-/]*\d[\d\s().\-/]*$/.test(text)) {
		const digits = text.replace(/\D/g, "");
		// Some countries dial a leading 0 at home; four digits are the end of a number.
		const dialled = digits.length > 4 ? digits.replace(/^0+(?=\d)/, "") : digits;
		return [dialled.slice(0, charactersMax)];
	}
	return [...new Set(splitWords(text))].slice(0, termsMax);
}

function splitWords(text: string): string[] {
	return foldText(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== "")
		.map((word) => [...word].slice(0, charactersMax).join(""));
}

/** Digits as dialled from abroad, at home and locally, and the last four. */
function listDigits(number: string): string[] {
	const digits = number.replace(/\D/g, "");
	// Calling codes have one digit (1 and 7), two or three.
	const home = /^[17]/.test(digits) ? [digits.slice(1)] : [digits.slice(2), digits.slice(3)];
	return [digits, ...home, ...shortEnds.map((length) => digits.slice(-length))];
}
