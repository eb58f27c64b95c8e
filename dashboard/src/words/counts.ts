const integers = new Intl.NumberFormat();
const decimals = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });
const plurals = new Intl.PluralRules();
const lists = new Intl.ListFormat();

export function formatInteger(value: number): string {
	return integers.format(value);
}

/** "8.3". */
export function formatDecimal(value: number): string {
	return decimals.format(value);
}

/** "1 call", "2 calls". Whole phrases, for the sake of other languages. */
export function countOf(value: number, forms: { one: string; other: string }): string {
	return `${integers.format(value)} ${plurals.select(value) === "one" ? forms.one : forms.other}`;
}

/** "1,000+", where the count stops. */
export function formatAtLeast(value: number): string {
	return `${integers.format(value)}+`;
}

/** A dash without a base. */
export function formatShare(part: number, whole: number): string {
	return whole === 0 ? "–" : percents.format(part / whole);
}

/** "Jane, Omar and Ana". */
export function formatList(words: string[]): string {
	return lists.format(words);
}

export function formatMoney(dollars: number): string {
	const digits = dollars !== 0 && Math.abs(dollars) < 1 ? 3 : 2;
	return new Intl.NumberFormat(undefined, {
		style: "currency",
		currency: "USD",
		minimumFractionDigits: 2,
		maximumFractionDigits: digits,
	}).format(dollars);
}
