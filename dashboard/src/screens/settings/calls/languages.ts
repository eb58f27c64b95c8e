import type { Choice } from "../../../parts/forms/field.ts";

const written =
	"ar ca cs da de el en es fi fr he hi hr hu id it ja ko ms nl no pl pt ro ru sk sv th tl tr uk vi zh".split(
		" ",
	);
const names = new Intl.DisplayNames(undefined, { type: "language" });

export function formatLanguage(code: string): string {
	return names.of(code) ?? code;
}

export function languageChoices(chosen: string): Choice[] {
	return [...new Set([...written, chosen])]
		.map((value) => ({ value, label: formatLanguage(value) }))
		.sort((one, other) => one.label.localeCompare(other.label));
}
