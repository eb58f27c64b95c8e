import { html, type TemplateResult } from "lit-html";
import type { Refusal } from "../../api/refusal.ts";
import { valuesInConflict } from "../../domain/values-in-conflict.ts";
import type { View } from "../view.ts";

/** Stored beside sent values after a version conflict; undefined for other refusals. */
export function bothValuesView(
	{ code, detail, current, sent }: Refusal,
	{
		nameOf,
		ways,
		write = formatValue,
	}: {
		nameOf: (field: string) => string;
		ways: View;
		write?: (field: string, value: unknown) => string;
	},
): TemplateResult | undefined {
	if (code !== "conflict" || !current || !sent) return undefined;
	return html`
		<div class="both-values" role="alert">
			<p>${detail}</p>
			<dl>
				${valuesInConflict(current, sent).map(
					({ field, theirs, yours }) => html`
						<div>
							<dt>${nameOf(field)}</dt>
							<dd dir="auto"><span class="soft">Now</span> ${write(field, theirs)}</dd>
							<dd dir="auto"><span class="soft">Yours</span> ${write(field, yours)}</dd>
						</div>
					`,
				)}
			</dl>
			<div class="form-buttons">${ways}</div>
		</div>
	`;
}

function formatValue(_field: string, value: unknown): string {
	return value === null || value === "" ? "Nothing" : String(value);
}
