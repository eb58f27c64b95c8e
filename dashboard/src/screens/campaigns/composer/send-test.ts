import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { fieldView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { notify } from "../../../parts/notices.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { forget } from "../../../state/actions.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import type { Draft } from "./draft.ts";
import { storeWhole } from "./save-draft.ts";

const testing = "campaign-test";

export function openTest(draft: Draft): void {
	forget(testing);
	openSheet({
		title: "Send Test",
		view: () =>
			formView({
				name: testing,
				fields: (errorOf) => html`
					<p class="sheet-text">One text, as the first recipient would get it. It is billed like every other.</p>
					${fieldView({ label: "Your number", name: "to", type: "tel", autocomplete: "tel", isRequired: true, error: errorOf("to") })}
				`,
				submit: "Send Test",
				busyLabel: "Sending…",
				run: (values) => sendTest(draft, values.to ?? ""),
				onDone: closeSheet,
			}),
	});
}

async function sendTest(draft: Draft, to: string): Promise<void> {
	const id = await storeWhole(draft);
	const message = await ask(() => api.campaigns[":id"].test.$post({ param: { id }, json: { to } }));
	notify({ text: `A test is on its way to ${formatNumber(message.to)}.` });
}
