export type CleanNumber = { ok: true; text: string } | { ok: false; reason: string };

/** Longer text is no number, whatever stands in it. */
const charactersMax = 200;
/** What people and address books write in front of a number. */
const label =
	/^(?:tel|telephone|telefon|telefono|téléphone|phone|mobile|mobil|cell|sms|fon|whatsapp|[tmpc](?=\s*[.:]))\s*[.:]*\s*(?=[+(\d])/i;
/** What kind of telephone it is, behind the number. */
const kind = /\s*\((?:mobile|cell|home|work|main|office|mobil|m|c|h|w|o)\)$/i;

/**
 * A telephone number as people, spreadsheets and address books write it, with nothing but usual characters: invisible marks are
 * gone, digits and hyphens of every script are the usual ones. Refused in words is what a spreadsheet has spoilt, because
 * what is left of it is the number of somebody else.
 */
export function cleanNumber(typed: string): CleanNumber {
	if (typed.length > charactersMax) return { ok: false, reason: "This is not a telephone number." };
	const text = stripSheetMarks(toUsualCharacters(typed)).replace(label, "").replace(kind, "");
	if (/^[+-]?\d+(?:[.,]\d+)?e\s*[+-]?\d+$/i.test(text)) {
		return {
			ok: false,
			reason:
				"A spreadsheet has shortened this number, and digits of it are lost. Format the column as text.",
		};
	}
	return cutDecimals(text);
}

function toUsualCharacters(text: string): string {
	return text
		.normalize("NFKC")
		.replace(/[\p{Cf}\u3164]|\p{Variation_Selector}|\u20e3/gu, "")
		.replace(/[\p{Pd}\u2212\u2043]/gu, "-")
		.replace(/[\p{Z}\s]+/gu, " ")
		.replace(/\p{Nd}/gu, (digit) => String(digitValueOf(digit)))
		.trim();
}

/** Every script has its ten digits in a row. */
function digitValueOf(digit: string): number {
	const code = digit.codePointAt(0) ?? 0;
	let value = 0;
	while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
	return value;
}

/** `="4155550199"` and `'4155550199` are how spreadsheets keep a number from being counted with. */
function stripSheetMarks(text: string): string {
	return text
		.replace(/^=\s*(?=["+(\d])/, "")
		.replace(/^"(.*)"$/s, "$1")
		.replace(/^['’‘`´]+(?=\s*[+(\d])/, "")
		.replace(/['’]$/, "")
		.trim();
}

/** `4155550199.0` is a number; `415555019.0` has nine digits, not ten. */
function cutDecimals(text: string): CleanNumber {
	const grouped = /^(\+?\d{1,3}(?:,\d{3}){2,})(?:\.0+)?$/.exec(text);
	if (grouped) return { ok: true, text: (grouped[1] ?? "").replaceAll(",", "") };
	const decimal = /^(.*\d)[.,](\d{1,2})$/.exec(text);
	const [, whole = "", fraction = ""] = decimal ?? [];
	if (!decimal || /[.,]/.test(whole)) return { ok: true, text };
	const digits = whole.replace(/\D/g, "").length;
	if (/^0+$/.test(fraction) && /^\+?\d+$/.test(whole) && digits >= 10) return { ok: true, text: whole };
	return { ok: false, reason: "This is a number with decimals, not a telephone number." };
}
