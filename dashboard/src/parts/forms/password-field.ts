import { html, type TemplateResult } from "lit-html";
import { createStore } from "../../state/store.ts";
import { type Field, fieldView } from "./field.ts";

const store = createStore({ isShown: false });

export function passwordFieldView(
	field: Pick<Field, "label" | "name" | "error" | "hint"> & {
		autocomplete: "current-password" | "new-password";
	},
): TemplateResult {
	const { isShown } = store.state;
	return html`
		<div class="password">
			${fieldView({ ...field, type: isShown ? "text" : "password", isRequired: true })}
			<button
				type="button"
				class="button"
				data-style="plain"
				aria-pressed=${isShown ? "true" : "false"}
				aria-label="Show Password"
				@click=${() => store.change((state) => (state.isShown = !state.isShown))}
			>
				${isShown ? "Hide" : "Show"}
			</button>
		</div>
	`;
}
