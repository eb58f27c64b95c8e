/** Maximum words of one contact that a search finds, and of one search. */
const wordsMax = 60;
const termsMax = 6;
/** Maximum characters of a word. */
const charactersMax = 40;
/** Digits of a number without its area code, and of its end by which people name it. */
const shortEnds = [7, 4];

interface Named {
	number: string;
	name: string | null;
	company: string | null;
	email: string | null;
}

/** Lower case without accents: `Zoë` is found as `zoe`. */
function foldText(text: string): string {
	return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKC");
}

/** The place in the list: by the first there is of name, company and number. */
export function sortNameOf({ number, name, company }: Named): string {
	return foldText(name ?? company ?? number);
}

/** Everything by whose beginning a contact is found. */
export function listContactWords({ number, name, company, email }: Named): string[] {
	const texts = [name, company, email].filter((text) => text !== null);
	const words = texts.flatMap((text) => [...splitWords(text), ...splitWords(text.replace(/['’]/g, ""))]);
	return [...new Set([...listDigits(number), ...words])].slice(0, wordsMax);
}

/** What all has to begin a word of a contact. A telephone number as people write it is one term. */
export function listSearchTerms(query: string): string[] {
	const text = query.trim();
	if (/^\+?[\d\s().\-/]*\d[\d\s().\-/]*$/.test(text)) {
		const digits = text.replace(/\D/g, "");
		// At home some countries dial a 0 first; four digits are the end of a number.
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

/** As it is dialled from abroad, at home, without the area code, and its last digits. */
function listDigits(number: string): string[] {
	const digits = number.replace(/\D/g, "");
	// Calling codes have one digit (1 and 7), two or three.
	const home = /^[17]/.test(digits) ? [digits.slice(1)] : [digits.slice(2), digits.slice(3)];
	return [digits, ...home, ...shortEnds.map((length) => digits.slice(-length))];
}
