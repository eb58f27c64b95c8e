import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { greetingPinLimits } from "@cloudpbx/contracts/words/extension-limits";
import { html, nothing } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { actionButton } from "../../../parts/button.ts";
import { fieldView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { notify } from "../../../parts/notices.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { refusalLine } from "../../../parts/states.ts";
import { actionOf, forget } from "../../../state/actions.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";

const { min, max } = greetingPinLimits;

/** Opens once it is known whether a PIN exists. The PIN itself is never shown. */
export async function showGreetingPin(one: Extension): Promise<void> {
	const param = { id: one.id };
	const pin = api.extensions[":id"].greeting.pin;
	const { isSet } = await ask(() => pin.$get({ param }));
	const name = `extension-pin/${one.id}`;
	const removal = `extension-pin-remove/${one.id}`;
	forget(name);
	forget(removal);
	const done = (text: string) => {
		closeSheet();
		notify({ text });
	};
	openSheet({
		title: "Record by Telephone",
		view: () => html`
			<p class="sheet-text">
				${one.number === null ? "Call the main line" : html`Call <span class="number">${formatNumber(one.number)}</span>`}
				from ${phonesOf(one)}, press star, and enter this PIN. ${one.number === null ? `In the menu, press ${one.ext} first.` : nothing}
			</p>
			${formView({
				name,
				fields: (errorOf) =>
					fieldView({
						label: isSet ? "New PIN" : "PIN",
						name: "pin",
						isRequired: true,
						inputMode: "numeric",
						maxLength: max,
						hint: `${min} to ${max} digits. It is not shown again.`,
						error: errorOf("pin"),
					}),
				submit: isSet ? "Change PIN" : "Set PIN",
				busyLabel: "Saving…",
				run: async ({ pin: digits = "" }) => {
					await ask(() => pin.$put({ param, json: { pin: digits.trim() } }));
				},
				onDone: () => done(`The greeting of ${one.name} can be recorded by telephone.`),
			})}
			${
				isSet
					? html`<div class="recorded-greeting-ways">${actionButton({
							name: removal,
							label: "Remove PIN",
							busyLabel: "Removing…",
							style: "destructive",
							run: async () => {
								await ask(() => pin.$delete({ param }));
								done(`The greeting of ${one.name} is not recorded by telephone any more.`);
							},
						})}</div>
						${refusalLine(actionOf(removal).refusal)}`
					: nothing
			}
		`,
	});
}

function phonesOf({ forwardTo, alsoRing }: Extension) {
	const [only, ...others] = [...(forwardTo === null ? [] : [forwardTo]), ...alsoRing];
	if (others.length > 0 || only === undefined) return "one of its telephones";
	return html`<span class="number">${formatNumber(only)}</span>`;
}
