import type { CreateExtension } from "@cloudpbx/contracts/extensions";
import type { AnswerWay } from "@cloudpbx/contracts/words/answer-ways";
import { purposeLength } from "@cloudpbx/contracts/words/extension-limits";
import { html } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { peek, prefetch, put } from "../../api/resource.ts";
import { fieldView, selectView, textAreaView } from "../../parts/field.ts";
import { formView } from "../../parts/form.ts";
import { closeSheet, openSheet } from "../../parts/sheet.ts";
import { forget } from "../../state/actions.ts";
import { createStore } from "../../state/store.ts";
import { availableView } from "./available.ts";
import { nextFreeKeys } from "./domain/next-free-keys.ts";
import { extensions, readAgain } from "./resources.ts";
import { answerChoices, answerHint, fieldWords, purposeHint } from "./words.ts";

const store = createStore({ answerWith: "key" as AnswerWay, areaCode: "" });
const actionName = "extension-new";

/** For making one. The keys are those that are free, the place of the number is up to the company. */
export async function showCreate(): Promise<void> {
	await prefetch(extensions);
	const taken = (peek(extensions) ?? []).filter(({ status }) => status !== "inactive");
	const keys = nextFreeKeys(taken.map(({ ext }) => ext));
	forget(actionName);
	store.change((state) => Object.assign(state, { answerWith: "key", areaCode: "" }));
	openSheet({ title: "New Extension", view: () => formOf(keys) });
}

function formOf(keys: string | null) {
	const { answerWith, areaCode } = store.state;
	return formView({
		name: actionName,
		fields: (errorOf) => html`
			${fieldView({ label: "Name", name: "name", isRequired: true, isFirst: true, maxLength: 100, error: errorOf("name") })}
			<div class="extensions-pair">
				${fieldView({
					label: "Keys",
					name: "ext",
					value: keys ?? "",
					isRequired: true,
					inputMode: "numeric",
					maxLength: 3,
					hint: keys === null ? "All of 101 to 199 are taken." : "101 to 199.",
					error: errorOf("ext"),
				})}
				${fieldView({ label: "Department", name: "department", maxLength: 100, error: errorOf("department") })}
			</div>
			${fieldView({ label: "Email", name: "email", type: "email", isRequired: true, error: errorOf("email") })}
			${fieldView({
				label: "Rings At",
				name: "forwardTo",
				type: "tel",
				hint: "The telephone that rings. Without one, callers reach the voicemail at once.",
				error: errorOf("forwardTo"),
			})}
			${selectView({
				label: fieldWords.answerWith,
				name: "answerWith",
				value: answerWith,
				choices: answerChoices,
				hint: answerHint,
				error: errorOf("answerWith"),
				onInput: (value) => store.change((state) => (state.answerWith = value as AnswerWay)),
			})}
			${textAreaView({
				label: fieldWords.purpose,
				name: "purpose",
				maxLength: purposeLength,
				rows: 2,
				hint: purposeHint,
				error: errorOf("purpose"),
			})}
			${fieldView({
				label: "Area Code",
				name: "areaCode",
				inputMode: "numeric",
				maxLength: 3,
				value: areaCode,
				hint: "Of the extension’s own number. Without one it is where the company’s others are.",
				error: errorOf("areaCode"),
				onInput: (value) => store.change((state) => (state.areaCode = value.trim())),
			})}
			${availableView("local", areaCode)}
		`,
		submit: "Create Extension",
		busyLabel: "Creating…",
		run: create,
		onDone: closeSheet,
	});
}

/** It is in the list at once, with its number under way. */
async function create(values: Record<string, string>): Promise<void> {
	const { ext = "", name = "", department = "", email = "" } = values;
	const { forwardTo = "", purpose = "", areaCode = "" } = values;
	const json: CreateExtension = {
		ext: ext.trim(),
		name,
		department,
		email,
		forwardTo: forwardTo.trim() || null,
		answerWith: store.state.answerWith,
		purpose,
		...(areaCode.trim() && { areaCode: areaCode.trim() }),
	};
	const created = await ask(() => api.extensions.$post({ json }));
	const known = peek(extensions) ?? [];
	put(extensions, [created, ...known.filter(({ id }) => id !== created.id)]);
	readAgain();
}
