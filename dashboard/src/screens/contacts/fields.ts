import { contactLimits } from "@cloudpbx/contracts/words/contact-limits";
import { html } from "lit-html";
import { fieldView, textAreaView } from "../../parts/forms/field.ts";
import type { View } from "../../parts/view.ts";

export const fieldWords = {
	number: "Number",
	name: "Name",
	company: "Company",
	email: "E-Mail",
	tags: "Tags",
	timeZone: "Time Zone",
	state: "State",
	notes: "Notes",
};
export type ContactField = keyof typeof fieldWords;

export interface FieldsOf {
	textOf(field: ContactField): string;
	errorOf(field: string): string | undefined;
	set(field: ContactField, value: string): void;
}

export function fieldsView({ textOf, errorOf, set }: FieldsOf): View {
	const common = (name: ContactField) => ({
		label: fieldWords[name],
		name,
		value: textOf(name),
		error: errorOf(name),
		onInput: (value: string) => set(name, value),
	});
	return html`
		${fieldView({ ...common("number"), type: "tel", isRequired: true, maxLength: 40 })}
		<div class="contacts-pair">
			${fieldView({ ...common("name"), maxLength: contactLimits.name })}
			${fieldView({ ...common("company"), maxLength: contactLimits.company })}
		</div>
		${fieldView({ ...common("email"), type: "email", maxLength: contactLimits.email })}
		${fieldView({ ...common("tags"), error: tagError(errorOf), hint: "Separate them with commas." })}
		<div class="contacts-pair">
			${fieldView({ ...common("state"), maxLength: contactLimits.state, hint: "In the United States or Canada." })}
			${fieldView({ ...common("timeZone"), maxLength: 64, hint: "Such as America/Denver. Empty: taken from the number." })}
		</div>
		${textAreaView({ ...common("notes"), maxLength: contactLimits.notes, rows: 4 })}
	`;
}

/** The server names a wrong tag by its index. */
function tagError(errorOf: FieldsOf["errorOf"]): string | undefined {
	const places = Array.from({ length: contactLimits.tags }, (_, at) => `tags.${at}`);
	return ["tags", ...places].map(errorOf).find((error) => error !== undefined);
}

export function readTags(typed: unknown): string[] {
	if (Array.isArray(typed)) return typed.map(String);
	return String(typed ?? "")
		.split(",")
		.map((tag) => tag.trim())
		.filter((tag) => tag !== "");
}

export function formatValue(value: unknown): string {
	return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}
