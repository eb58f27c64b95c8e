import { type ForeignField, listForeignFields } from "./list-foreign-fields.ts";

/** One sentence for a refusal; null: nothing to refuse. */
export function refuseForeignFields(message: string): string | null {
	const sure = listForeignFields(message).filter(({ isSure }) => isSure);
	if (sure.length === 0) return null;
	return describeForeignFields(sure);
}

/** Names the fields and the right syntax. */
export function describeForeignFields(fields: readonly ForeignField[]): string {
	const shown = fields.slice(0, 5);
	const texts = shown.map(({ text }) => `“${text}”`).join(", ");
	const [example] = shown.flatMap(({ suggestion }) => (suggestion === null ? [] : [suggestion]));
	const isOne = fields.length === 1;
	return `${texts} ${isOne ? "is" : "are"} no field here and would be sent as ${isOne ? "it stands" : "they stand"}. A field is written ${example ?? "{{firstName}}"}, with a word for those who have none ${withWord(example)}.`;
}

function withWord(example: string | undefined): string {
	if (example === undefined) return "{{firstName|there}}";
	return example.includes("|") ? example : `${example.slice(0, -2)}|there}}`;
}
