import { html, type TemplateResult } from "lit-html";

export function behaviourView<Behaviour extends { label: string }>(choice: {
	label: string;
	behaviours: readonly Behaviour[];
	isCurrent: (one: Behaviour) => boolean;
	onChoose: (one: Behaviour) => void;
}): TemplateResult {
	return html`
		<label class="behaviour">
			<span>${choice.label}</span>
			<select
				@change=${(event: Event) => {
					const chosen = choice.behaviours[(event.currentTarget as HTMLSelectElement).selectedIndex];
					if (chosen) choice.onChoose(chosen);
				}}
			>
				${choice.behaviours.map((one) => html`<option .selected=${choice.isCurrent(one)}>${one.label}</option>`)}
			</select>
		</label>
	`;
}
