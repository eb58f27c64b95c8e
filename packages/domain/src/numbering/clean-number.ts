export type CleanNumber = { ok: true; text: string } | { ok: false; reason: string };

const charactersMax = 200;
const label =
	/^(?:tel|telephone|telefon|telefono|téléphone|phone|mobile|mobil|cell|sms|fon|whatsapp|[tmpc](?=\s*[.:]))\s*[.:]*\s*(?=[+(\d])/i;
const kind = /\s*\((?:mobile|cell|home|work|main|office|mobil|m|c|h|w|o)\)$/i;

/**
 * Cleans a number as people and spreadsheets write it. Refuses damaged ones: the rest is somebody else's number.
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

function digitValueOf(digit: string): number {
	const code = digit.codePointAt(0) ?? 0;
	let value = 0;
	while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
	return value;
}

/** Spreadsheets write `="4155550199"` and `'4155550199` for text. */
function stripSheetMarks(text: string): string {
	return text
		.replace(/^=\s*(?=["+(\d])/, "")
		.replace(/^"(.*)"$/s, "$1")
		.replace(/^['’‘`´]+(?=\s*[+(\d])/, "")
		.replace(/['’]$/, "")
		.trim();
}

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
