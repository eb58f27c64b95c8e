import type { Extension, UpdateExtension } from "@cloudpbx/contracts/extensions";
import { writeNumber } from "../../../words/phone-numbers.ts";

const fields = ["ext", "name", "department", "email", "forwardTo", "answerWith", "purpose"] as const;
export type ExtensionField = (typeof fields)[number];
export type ExtensionForm = Record<ExtensionField, string>;

export function formOf(extension: Extension): ExtensionForm {
	return {
		...pick(extension),
		forwardTo: extension.forwardTo === null ? "" : writeNumber(extension.forwardTo),
	};
}

/** What the form changes; null when nothing. An empty "Rings At" is voicemail at once. */
export function formChange(extension: Extension, form: ExtensionForm): UpdateExtension | null {
	const before = formOf(extension);
	const changed = fields.filter((field) => form[field].trim() !== before[field]);
	if (changed.length === 0) return null;
	return Object.fromEntries(
		changed.map((field) => [field, form[field].trim() || (field === "forwardTo" ? null : "")]),
	);
}

function pick({ ext, name, department, email, answerWith, purpose }: Extension) {
	return { ext, name, department, email, answerWith, purpose };
}
