/** `{{name}}`, or `{{name|what to say without one}}`. */
const placeholder = /\{\{\s*([\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,63}?)\s*(?:\|([^{}]*))?\}\}/gu;

export interface MergeField {
	name: string;
	otherwise: string;
}

/** Lists a message's fields, each once, with the word behind the first bar. */
export function listMergeFields(message: string): MergeField[] {
	const fields: MergeField[] = [];
	for (const [, name = "", otherwise = ""] of message.matchAll(placeholder)) {
		const known = fields.find((field) => plain(field.name) === plain(name));
		if (!known) fields.push({ name, otherwise: otherwise.trim() });
		else known.otherwise ||= otherwise.trim();
	}
	return fields;
}

/** Replaces the fallback word of a field. */
export function replaceOtherwise(message: string, field: string, otherwise: string): string {
	const word = otherwise.replace(/[{}|]/g, "");
	return message.replace(placeholder, (whole, name: string) =>
		plain(name) === plain(field) ? `{{${name}${word === "" ? "" : `|${word}`}}}` : whole,
	);
}

/** Lists the names of a message's fields, each once. */
export function fieldsOf(message: string): string[] {
	return [...new Set([...message.matchAll(placeholder)].map(([, name = ""]) => name))];
}

/**
 * Renders the text for one recipient. Names match without case and spaces; a missing value leaves no double space.
 */
export function renderMessage(message: string, fields: Readonly<Record<string, string>> | null): string {
	if (!message.includes("{{")) return message;
	const values = new Map(Object.entries(fields ?? {}).map(([name, value]) => [plain(name), value.trim()]));
	let hasGap = false;
	const text = message.replace(placeholder, (_whole, name: string, otherwise: string | undefined) => {
		const value = values.get(plain(name)) || otherwise?.trim() || "";
		if (value === "") hasGap = true;
		return value;
	});
	return hasGap
		? text
				.replace(/ {2,}/g, " ")
				.replace(/ +([,.!?])/g, "$1")
				.trim()
		: text;
}

/** Lists fields without a value and without a fallback word, each once. */
export function missingFields(message: string, fields: Readonly<Record<string, string>> | null): string[] {
	const names = new Set(
		Object.entries(fields ?? {})
			.filter(([, value]) => value.trim() !== "")
			.map(([name]) => plain(name)),
	);
	const missing = [...message.matchAll(placeholder)].flatMap(([, name = "", otherwise]) =>
		!otherwise?.trim() && !names.has(plain(name)) ? [name] : [],
	);
	return [...new Set(missing)];
}

function plain(name: string): string {
	return name.toLowerCase().replace(/[\s_.-]+/g, "");
}
