import { html, nothing, type TemplateResult } from "lit-html";
import { formatInteger } from "../../words/counts.ts";

/** Filters of a list, at most five nouns. They are links, because filters live in the address. */
export function segmentsView(segments: {
	label: string;
	items: { label: string; href: string; isCurrent: boolean; count?: number }[];
}): TemplateResult {
	return html`
		<div class="segments" role="group" aria-label=${segments.label}>
			${segments.items.map(
				({ label, href, isCurrent, count }) => html`
					<a class="segment" href=${href} aria-current=${isCurrent ? "true" : nothing} draggable="false">
						${label}${count ? html`<span class="segment-count">${formatInteger(count)}</span>` : nothing}
					</a>
				`,
			)}
		</div>
	`;
}

export function segmentedChoice<Value extends string>(choice: {
	label: string;
	name: string;
	value: Value;
	/** The label of each value, in display order. */
	choices: Readonly<Record<Value, string>>;
	onChange: (value: Value) => void;
}): TemplateResult {
	return html`
		<div class="segments" role="radiogroup" aria-label=${choice.label}>
			${(Object.entries(choice.choices) as [Value, string][]).map(
				([value, label]) => html`
					<label class="segment">
						<input type="radio" name=${choice.name} value=${value} .checked=${value === choice.value} @change=${() => choice.onChange(value)}>
						<span>${label}</span>
					</label>
				`,
			)}
		</div>
	`;
}
