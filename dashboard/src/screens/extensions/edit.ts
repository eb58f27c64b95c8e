import type { Extension } from "@cloudpbx/contracts/extensions";
import { purposeLength } from "@cloudpbx/contracts/words/extension-limits";
import { html, nothing } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { peek, put } from "../../api/resource.ts";
import { bothValuesView } from "../../parts/both-values.ts";
import { buttonView } from "../../parts/button.ts";
import { fieldView, selectView, textAreaView } from "../../parts/field.ts";
import { formView } from "../../parts/form.ts";
import type { View } from "../../parts/view.ts";
import { notify } from "../../shell/notices.ts";
import { actionOf, forget } from "../../state/actions.ts";
import { readDraft, writeDraft } from "../../state/drafts.ts";
import { type ExtensionField, type ExtensionForm, formChange, formOf } from "./domain/form-change.ts";
import { extensions, readAgain } from "./resources.ts";
import { answerChoices, answerHint, fieldWords, purposeHint } from "./words.ts";

interface Draft {
	/** Of what it was made from, so that nobody else's change is lost. */
	version: number;
	form: ExtensionForm;
}

const draftOf = ({ id }: Extension) => `extension/${id}`;
const actionNameOf = ({ id }: Extension) => `extension-save/${id}`;

/** The fields of an extension. What is changed and not saved is kept as a draft. */
export function editView(one: Extension): View {
	const draft = readDraft<Draft>(draftOf(one));
	const form = formFrom(one, draft);
	const change = formChange(one, form);
	const named = (name: ExtensionField, errorOf: (field: string) => string | undefined) => ({
		label: fieldWords[name],
		name,
		value: form[name],
		error: errorOf(name),
		onInput: (value: string) =>
			keepDraft(one, { version: draft?.version ?? one.version, form: { ...form, [name]: value } }),
	});
	const field = (name: ExtensionField, errorOf: (field: string) => string | undefined, more: object = {}) =>
		fieldView({ ...named(name, errorOf), ...more });
	return html`
		<section class="extensions-edit">
			${formView({
				name: actionNameOf(one),
				fields: (errorOf) => html`
					<div class="extensions-pair">
						${field("name", errorOf, { isRequired: true, maxLength: 100 })}
						${field("ext", errorOf, { isRequired: true, inputMode: "numeric", maxLength: 3 })}
					</div>
					<div class="extensions-pair">
						${field("department", errorOf, { maxLength: 100 })}
						${field("email", errorOf, { type: "email", isRequired: true })}
					</div>
					${field("forwardTo", errorOf, { type: "tel", hint: "The telephone that rings. Without one, callers reach the voicemail at once." })}
					${selectView({ ...named("answerWith", errorOf), choices: answerChoices, hint: answerHint })}
					${textAreaView({ ...named("purpose", errorOf), maxLength: purposeLength, rows: 2, hint: purposeHint })}
				`,
				submit: "Save",
				busyLabel: "Saving…",
				unavailable: change === null ? "Nothing is changed." : undefined,
				run: () => save(one),
				aside: change === null ? nothing : buttonView({ label: "Discard", onPress: () => discard(one) }),
				rewrite: (refusal) =>
					bothValuesView(refusal, {
						nameOf: (name) => fieldWords[name as ExtensionField] ?? name,
						ways: html`
							${buttonView({ label: "Take Theirs", onPress: () => discard(one) })}
							${buttonView({ label: "Keep Mine", onPress: () => keepMine(one) })}
						`,
					}),
			})}
		</section>
	`;
}

/** A draft that an older dashboard kept lacks the fields that came later. */
function formFrom(one: Extension, draft: Draft | null): ExtensionForm {
	return { ...formOf(one), ...draft?.form };
}

function keepDraft(one: Extension, draft: Draft): void {
	writeDraft(draftOf(one), formChange(one, draft.form) === null ? null : draft);
}

async function save(one: Extension): Promise<void> {
	const draft = readDraft<Draft>(draftOf(one));
	const change = draft && formChange(one, formFrom(one, draft));
	if (!change) return;
	const json = { ...change, version: draft.version };
	const saved = await ask(() => api.extensions[":id"].$put({ param: { id: one.id }, json }));
	writeDraft(draftOf(one), null);
	show(saved);
	readAgain();
	notify({ text: `${saved.name} is saved.` });
}

/** What was typed goes; what somebody else saved meanwhile is shown. */
function discard(one: Extension): void {
	writeDraft(draftOf(one), null);
	forget(actionNameOf(one));
	readAgain();
}

/** The draft is from now on one of what is stored: saving it again writes over that knowingly. */
function keepMine(one: Extension): void {
	const current = actionOf(actionNameOf(one)).refusal?.current as Extension | undefined;
	const draft = readDraft<Draft>(draftOf(one));
	if (!current || !draft) return;
	show(current);
	writeDraft(draftOf(one), { ...draft, version: current.version });
	forget(actionNameOf(one));
}

function show(extension: Extension): void {
	const known = peek(extensions) ?? [];
	put(
		extensions,
		known.map((one) => (one.id === extension.id ? extension : one)),
	);
}
