import type { CreateExtension } from "@cloudpbx/contracts/extensions/extensions";
import type { ExtensionKind } from "@cloudpbx/contracts/words/answer-ways";
import { html, nothing } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { peek, prefetch, put, use } from "../../../api/resource.ts";
import { fieldView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { segmentedChoice } from "../../../parts/lists/segments.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { forget } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { type ExtensionForm, fieldsOf, toFields } from "../domain/form-change.ts";
import { nextFreeKeys } from "../domain/next-free-keys.ts";
import { availableView } from "../numbers/available.ts";
import { extensions, readAgain } from "../resources.ts";
import { type FormPart, reachView, textField } from "./fields.ts";

const emptyForm: ExtensionForm = {
	ext: "",
	name: "",
	department: "",
	email: "",
	forwardTo: "",
	alsoRing: [],
	answerWith: "key",
	purpose: "",
	members: [],
	ringing: "together",
	ringSeconds: "",
	greeting: "",
	hours: null,
};

const store = createStore({ kind: "person" as ExtensionKind, form: emptyForm, areaCode: "" });
const actionName = "extension-new";

export async function showCreate(): Promise<void> {
	await prefetch(extensions);
	const taken = (peek(extensions) ?? []).filter(({ status }) => status !== "inactive");
	const keys = nextFreeKeys(taken.map(({ ext }) => ext));
	forget(actionName);
	store.change((state) => {
		Object.assign(state, { kind: "person", areaCode: "", form: { ...emptyForm, ext: keys ?? "" } });
	});
	openSheet({ title: "New Extension", view: () => sheetView(keys) });
}

function sheetView(keys: string | null) {
	const { areaCode, form, kind } = store.state;
	const change = (changed: Partial<ExtensionForm>) =>
		store.change((state) => (state.form = { ...state.form, ...changed }));
	return formView({
		name: actionName,
		fields: (errorOf) => {
			const part: FormPart = { kind, form, all: use(extensions).data ?? [], errorOf, change };
			return html`
				${segmentedChoice({
					label: "Kind",
					name: "kind",
					value: kind,
					choices: { person: "Person", group: "Group" },
					onChange: (value) => store.change((state) => (state.kind = value)),
				})}
				${textField(part, "name", { isRequired: true, isFirst: true, maxLength: 100 })}
				<div class="extensions-pair">
					${textField(part, "ext", {
						isRequired: true,
						inputMode: "numeric",
						maxLength: 3,
						hint: keys === null ? "All keys from 101 to 199 are in use." : "101 to 199.",
					})}
					${textField(part, "department", { maxLength: 100 })}
				</div>
				${kind === "group" ? nothing : textField(part, "email", { type: "email", isRequired: true })}
				${reachView(part)}
				${fieldView({
					label: "Area Code",
					name: "areaCode",
					inputMode: "numeric",
					maxLength: 3,
					value: areaCode,
					hint: `Of the ${kind === "group" ? "group" : "extension"}’s own number. Without one it is where the company’s others are.`,
					error: errorOf("areaCode"),
					onInput: (value) => store.change((state) => (state.areaCode = value.trim())),
				})}
				${availableView("local", areaCode)}
			`;
		},
		submit: kind === "group" ? "Create Group" : "Create Extension",
		busyLabel: "Creating…",
		unavailable:
			kind === "group" && form.members.length === 0 ? "A group has at least one member." : undefined,
		run: create,
		onDone: closeSheet,
	});
}

/** The new extension is listed at once, while its number is being bought. */
async function create(): Promise<void> {
	const { areaCode, form, kind } = store.state;
	const all = toFields(form);
	const fields = Object.fromEntries(fieldsOf(kind).map((field) => [field, all[field]]));
	const json = { kind, ...fields, ...(areaCode && { areaCode }) } as CreateExtension;
	const created = await ask(() => api.extensions.$post({ json }));
	const known = peek(extensions) ?? [];
	put(extensions, [created, ...known.filter(({ id }) => id !== created.id)]);
	readAgain();
}
