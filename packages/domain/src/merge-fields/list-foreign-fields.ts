import {
	fieldForms,
	foreignFilter,
	foreignOrder,
	loneMarks,
	markedName,
	ownField,
	printfFormat,
	programName,
} from "./foreign-field-forms.ts";
import { isKnownField, judgeField } from "./judge-field.ts";

export interface ForeignField {
	text: string;
	/** In our syntax; null when it cannot be a field. */
	suggestion: string | null;
	isSure: boolean;
}

/** Finds merge fields of other systems, each once, in order. Linear in the length of the message. */
export function listForeignFields(message: string): ForeignField[] {
	const found: (ForeignField & { at: number })[] = [];
	const note = (at: number, text: string, isSure: boolean, suggestion: string | null) => {
		found.push({ at, text: text.slice(0, 80), isSure, suggestion });
	};
	let text = normalise(message);
	// Each form is blanked after its search, so that nothing is found twice and places stay.
	text = text.replace(/\{\{\{[^{}]*\}\}\}/gu, (whole, at: number) => {
		note(at, whole, true, suggest(whole.slice(3, -3)));
		return blank(whole);
	});
	text = text.replace(ownField, (whole: string, otherwise: string | undefined, at: number) => {
		const isForeign =
			foreignOrder.test(whole) ||
			(otherwise !== undefined && foreignFilter.test(otherwise)) ||
			!message.includes(whole);
		if (isForeign) note(at, whole, true, foreignOrder.test(whole) ? null : suggest(whole.slice(2, -2)));
		return isForeign || otherwise === undefined ? blank(whole) : whole.replace(/^\{\{[^|]*\||\}\}$/g, blank);
	});
	for (const { pattern, mayBeText, isNoName = false } of fieldForms) {
		text = text.replace(pattern, (whole: string, ...groups: unknown[]) => {
			const inner = typeof groups[0] === "string" ? groups[0] : "";
			const at = groups.find((group): group is number => typeof group === "number") ?? 0;
			const likeness = isNoName ? "sure" : judgeField(whole, inner, mayBeText);
			if (likeness !== "none") note(at, whole, likeness === "sure", isNoName ? null : suggest(inner));
			return blank(whole);
		});
	}
	for (const { 0: whole, index } of text.matchAll(loneMarks)) note(index, whole.trim(), true, null);
	for (const { 0: whole, index } of text.matchAll(printfFormat)) note(index, whole, true, null);
	for (const { 0: whole, 1: inner = "", index } of text.matchAll(markedName)) {
		if (
			isKnownField(inner) &&
			(whole.startsWith("$") || /[_\p{Lu}]/u.test(inner.slice(1)) || inner.length > 4)
		) {
			note(index, whole, true, suggest(inner));
		}
	}
	for (const { 0: whole, index } of text.matchAll(programName)) {
		if (isKnownField(whole)) note(index, whole, /_/.test(whole), suggest(whole));
	}
	found.sort((one, other) => one.at - other.at);
	return found
		.filter((field, index) => found.findIndex(({ text: earlier }) => earlier === field.text) === index)
		.map(({ text: written, suggestion, isSure }) => ({ text: written, suggestion, isSure }));
}

/** Maps signs of every width to the usual ones and drops invisible characters. */
function normalise(message: string): string {
	return message
		.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
		.replace(/[❴⦃﹛]/g, "{")
		.replace(/[❵⦄﹜]/g, "}")
		.replace(/[【〔〖]/g, "[")
		.replace(/[】〕〗]/g, "]")
		.replace(/[‹〈⟨]/g, "<")
		.replace(/[›〉⟩]/g, ">")
		.replace(/&lt;/gi, "<")
		.replace(/&gt;/gi, ">")
		.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
}

function blank(text: string): string {
	return " ".repeat(text.length);
}

const wordBehindBar =
	/(?:default|fallback)\s*[:=(]\s*["'‘’“”]?([^"'‘’“”|)}]*)|\|\s*["'‘“]?([^"'‘’“”|:]+)["'’”]?\s*$/iu;

/** `contact.name | default: 'there'` is `{{contact.name|there}}` here. */
function suggest(inner: string): string | null {
	const [, first = ""] = /^[\s#&^>!/$]*([^|,:?=]*)/u.exec(inner) ?? [];
	const field = first
		.replace(/[^\p{L}\p{N}_ .-]+/gu, " ")
		.replace(/^[\s._-]+|[\s._-]+$/g, "")
		.slice(0, 64);
	if (!/\p{L}/u.test(field)) return null;
	const [, quoted, plain] = wordBehindBar.exec(inner) ?? [];
	const word = (quoted ?? plain ?? "").trim();
	return `{{${field}${word === "" || foreignFilter.test(word) ? "" : `|${word}`}}}`;
}
