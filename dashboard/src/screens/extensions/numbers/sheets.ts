import type { PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { refresh } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { bothValuesView } from "../../../parts/forms/both-values.ts";
import { fieldView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { segmentedChoice } from "../../../parts/lists/segments.ts";
import { notify } from "../../../parts/notices.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { forget } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { health, numbers, readAgain } from "../resources.ts";
import { availableView } from "./available.ts";

const store = createStore<{ kind: PhoneNumber["kind"]; areaCode: string }>({ kind: "local", areaCode: "" });

export function showBuy(): void {
	forget("number-buy");
	store.change((state) => Object.assign(state, { kind: "local", areaCode: "" }));
	openSheet({
		title: "Buy a Number",
		view: () => {
			const { kind, areaCode } = store.state;
			return html`
				<p class="sheet-text">The carrier rents it to you at once, at its monthly price. It plays the company’s menu until you assign it to an extension.</p>
				${formView({
					name: "number-buy",
					fields: (errorOf) => html`
						${segmentedChoice({
							label: "Kind",
							name: "kind",
							value: kind,
							choices: { local: "Local", toll_free: "Toll-Free" },
							onChange: (value) =>
								store.change((state) => Object.assign(state, { kind: value, areaCode: "" })),
						})}
						${fieldView({
							label: kind === "local" ? "Area Code" : "Prefix",
							name: "areaCode",
							inputMode: "numeric",
							maxLength: 3,
							value: areaCode,
							isFirst: true,
							hint:
								kind === "local"
									? "Without one it is where the company’s others are."
									: "Such as 800 or 888. Without one, any.",
							error: errorOf("areaCode"),
							onInput: (value) => store.change((state) => (state.areaCode = value.trim())),
						})}
						${availableView(kind, areaCode)}
					`,
					submit: "Buy Number",
					busyLabel: "Buying…",
					run: () => buy(store.state),
					onDone: closeSheet,
				})}
			`;
		},
	});
}

async function buy({ kind, areaCode }: { kind: PhoneNumber["kind"]; areaCode: string }): Promise<void> {
	const bought = await ask(() => api.numbers.$post({ json: { kind, ...(areaCode && { areaCode }) } }));
	await showNew(bought, "is yours. It plays the menu.");
}

export function showAdopt(): void {
	forget("number-adopt");
	openSheet({
		title: "Take Up a Number",
		view: () => html`
			<p class="sheet-text">For a number that the company’s carrier account already has. Its calls and texts come here from then on.</p>
			${formView({
				name: "number-adopt",
				fields: (errorOf) =>
					fieldView({
						label: "Number",
						name: "number",
						type: "tel",
						isRequired: true,
						maxLength: 40,
						error: errorOf("number"),
					}),
				submit: "Take Up Number",
				busyLabel: "Taking Up…",
				run: async ({ number = "" }) => {
					const taken = await ask(() => api.numbers.adopt.$post({ json: { number } }));
					await showNew(
						taken,
						taken.warning === null ? "is taken up. It plays the menu." : "is taken up, with a limit.",
					);
					if (taken.warning !== null) await refresh(health);
				},
				onDone: closeSheet,
			})}
		`,
	});
}

async function showNew({ number }: PhoneNumber, words: string): Promise<void> {
	await refresh(numbers);
	readAgain();
	notify({ text: `${formatNumber(number)} ${words}` });
}

export function showLabel(one: PhoneNumber): void {
	const name = `number-label/${one.id}`;
	forget(name);
	openSheet({
		title: `Name ${formatNumber(one.number)}`,
		view: () =>
			formView({
				name,
				fields: (errorOf) =>
					fieldView({
						label: "Name",
						name: "label",
						value: one.label ?? "",
						maxLength: 40,
						placeholder: "Sales line",
						hint: "Only your people see it, in the inbox and in lists. Leave it empty to remove it.",
						error: errorOf("label"),
					}),
				submit: "Save",
				busyLabel: "Saving…",
				run: async ({ label = "" }) => {
					const json = { label: label.trim() || null, version: one.version };
					await ask(() => api.numbers[":id"].$put({ param: { id: one.id }, json }));
					await refresh(numbers);
				},
				onDone: closeSheet,
				rewrite: (refusal) =>
					bothValuesView(refusal, {
						nameOf: () => "Name",
						ways: buttonView({
							label: "Close and Look Again",
							onPress: () => {
								closeSheet();
								void refresh(numbers);
							},
						}),
					}),
			}),
	});
}
