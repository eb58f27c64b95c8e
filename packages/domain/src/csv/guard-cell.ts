const boundary = String.raw`(^|[;|\t\r\n])`;
const skipped = String.raw`[\p{Z}\p{Cf}\p{Mn}"'\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*`;
/** First characters of a formula, in full width and as small or raised signs too. */
const sign = "[=+\\-@＝＋－＠﹢﹣﹦﹫−⁺⁻⁼₊₋₌]";

const open = new RegExp(`${boundary}(?=${skipped}${sign})`, "gu");
const guarded = new RegExp(`${boundary}'(?=${skipped}${sign})`, "gu");
/** Some spreadsheets drop these at the beginning of a cell. */
const gapFirst = /^'*[\t\r\n]/;
const guardedGap = /^'(?='*[\t\r\n])/;
const telephone = /^\+\d{1,15}$/;

/** Puts an apostrophe before anything that a spreadsheet may run as a formula, whatever its separator. */
export function guardCell(text: string): string {
	if (telephone.test(text)) return text;
	const safe = text.replace(open, "$1'");
	return gapFirst.test(text) ? `'${safe}` : safe;
}

/** Removes exactly the apostrophes that `guardCell` adds. */
export function unguardCell(text: string): string {
	if (!text.includes("'")) return text;
	const bare = guardedGap.test(text) ? text.slice(1) : text;
	return bare.replace(guarded, "$1");
}
