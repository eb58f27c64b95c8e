const integers = new Intl.NumberFormat();
const decimals = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });
const plurals = new Intl.PluralRules();
const lists = new Intl.ListFormat();

export function writeInteger(value: number): string {
	return integers.format(value);
}

/** "8.3": averages. */
export function writeDecimal(value: number): string {
	return decimals.format(value);
}

/** "1 call", "2 calls". The forms are whole words, so that another language has room for its own. */
export function countOf(value: number, forms: { one: string; other: string }): string {
	return `${integers.format(value)} ${plurals.select(value) === "one" ? forms.one : forms.other}`;
}

/** "1,000+": counted no further. */
export function writeAtLeast(value: number): string {
	return `${integers.format(value)}+`;
}

/** A share of a base; a dash where there is nothing to have a share of. */
export function writeShare(part: number, whole: number): string {
	return whole === 0 ? "–" : percents.format(part / whole);
}

/** "Jane, Omar and Ana". */
export function writeList(words: string[]): string {
	return lists.format(words);
}

/** Prices are the carrier's, in US dollars. */
export function writeMoney(dollars: number): string {
	const digits = dollars !== 0 && Math.abs(dollars) < 1 ? 3 : 2;
	return new Intl.NumberFormat(undefined, {
		style: "currency",
		currency: "USD",
		minimumFractionDigits: 2,
		maximumFractionDigits: digits,
	}).format(dollars);
}
