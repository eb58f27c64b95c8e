const shades = 6;

/** Initials of the first and last word; empty for a number. */
export function initialsOf(name: string): string {
	const words = name.split(/[\s·,]+/u).filter((word) => /^\p{L}/u.test(word));
	const [first] = words;
	if (first === undefined) return "";
	const last = words.length > 1 ? (words.at(-1) ?? "") : "";
	return [first, last].map((word) => [...word][0]?.toUpperCase() ?? "").join("");
}

/** The same name always has the same shade. */
export function shadeOf(name: string): number {
	let sum = 0;
	for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
	return sum % shades;
}
