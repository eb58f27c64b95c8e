/** Typographic characters of word processors, and their forms in GSM-7. */
const plainForms: [RegExp, string][] = [
	[/[\u2018\u2019\u201a\u2032`´]/gu, "'"],
	[/[\u201c\u201d\u201e\u2033«»]/gu, '"'],
	[/[\u2010-\u2015\u2212]/gu, "-"],
	[/\u2026/gu, "..."],
	[/[\u00a0\u2000-\u200a\u202f]/gu, " "],
	[/[\u200b\u2060\ufeff]/gu, ""],
	[/[\u2022\u00b7]/gu, "-"],
];

export function plainTextOf(text: string): string {
	return plainForms.reduce((plain, [form, replacement]) => plain.replace(form, replacement), text);
}
