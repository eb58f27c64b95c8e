/**
 * Where a spreadsheet may see the beginning of a cell: at its beginning, and behind each sign that separates cells or rows in
 * some country. Commas are missing: for a spreadsheet that looks for commas our quotation marks hold.
 */
const boundary = String.raw`(^|[;|\t\r\n])`;
/** What spreadsheets skip, or drop, in front of a formula. */
const skipped = String.raw`[\p{Z}\p{Cf}\p{Mn}"'\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*`;
/** Begins a formula, in full width and as small or raised signs too. */
const sign = "[=+\\-@＝＋－＠﹢﹣﹦﹫−⁺⁻⁼₊₋₌]";

const open = new RegExp(`${boundary}(?=${skipped}${sign})`, "gu");
const guarded = new RegExp(`${boundary}'(?=${skipped}${sign})`, "gu");
/** Some spreadsheets drop these at the beginning of a cell and look at what comes next. */
const gapFirst = /^'*[\t\r\n]/;
const guardedGap = /^'(?='*[\t\r\n])/;
/** E.164 stays as it is. */
const telephone = /^\+\d{1,15}$/;

/** Text that no spreadsheet runs, whatever separates cells for it: an apostrophe stands before whatever may be a formula. */
export function guardCell(text: string): string {
	if (telephone.test(text)) return text;
	const safe = text.replace(open, "$1'");
	return gapFirst.test(text) ? `'${safe}` : safe;
}

/** Takes away exactly the apostrophes that `guardCell` sets. */
export function unguardCell(text: string): string {
	if (!text.includes("'")) return text;
	const bare = guardedGap.test(text) ? text.slice(1) : text;
	return bare.replace(guarded, "$1");
}
