import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { html, nothing } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { peek, put } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { bothValuesView } from "../../../parts/forms/both-values.ts";
import { formView } from "../../../parts/forms/form.ts";
import { notify } from "../../../parts/notices.ts";
import type { View } from "../../../parts/view.ts";
import { actionOf, forget } from "../../../state/actions.ts";
import { readDraft, writeDraft } from "../../../state/drafts.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { type ExtensionField, type ExtensionForm, formChange, formOf } from "../domain/form-change.ts";
import { findPerson } from "../domain/members.ts";
import { extensions, readAgain } from "../resources.ts";
import { fieldWords, ringingWords } from "../words.ts";
import { type FormPart, moreView, reachView, textField } from "./fields.ts";
import { findHoursFault, formatOwnHours } from "./own-hours.ts";

interface Draft {
	version: number;
	form: ExtensionForm;
}

const draftOf = ({ id }: Extension) => `extension/${id}`;
const actionNameOf = ({ id }: Extension) => `extension-save/${id}`;

export function editView(one: Extension, all: readonly Extension[]): View {
	const draft = readDraft<Draft>(draftOf(one));
	const form = formFrom(one, draft);
	const change = formChange(one, form);
	return html`
		<section class="extensions-edit">
			${formView({
				name: actionNameOf(one),
				fields: (errorOf) => {
					const keep = (changed: Partial<ExtensionForm>) =>
						keepDraft(one, {
							version: draft?.version ?? one.version,
							form: { ...formFrom(one, readDraft<Draft>(draftOf(one))), ...changed },
						});
					return fieldsView({ kind: one.kind, form, all, errorOf, change: keep });
				},
				submit: "Save",
				busyLabel: "Saving…",
				unavailable: change === null ? "Nothing is changed." : (findHoursFault(form.hours) ?? undefined),
				run: () => save(one),
				aside: change === null ? nothing : buttonView({ label: "Discard", onPress: () => discard(one) }),
				rewrite: (refusal) =>
					bothValuesView(refusal, {
						nameOf: (name) => fieldWords[name as ExtensionField] ?? name,
						write: (field, value) => formatField(field, value, all),
						ways: html`
							${buttonView({ label: "Take Theirs", onPress: () => discard(one) })}
							${buttonView({ label: "Keep Mine", onPress: () => keepMine(one) })}
						`,
					}),
			})}
		</section>
	`;
}

function fieldsView(part: FormPart): View {
	return html`
		<div class="extensions-pair">
			${textField(part, "name", { isRequired: true, maxLength: 100 })}
			${textField(part, "ext", { isRequired: true, inputMode: "numeric", maxLength: 3 })}
		</div>
		<div class="extensions-pair">
			${textField(part, "department", { maxLength: 100 })}
			${part.kind === "group" ? nothing : textField(part, "email", { type: "email", isRequired: true })}
		</div>
		${reachView(part)} ${moreView(part)}
	`;
}

function formatField(field: string, value: unknown, all: readonly Extension[]): string {
	if (field === "hours") return formatOwnHours(value as Extension["hours"]);
	if (field === "ringing") return ringingWords[value as Extension["ringing"]];
	if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return "Nothing";
	if (field === "members") {
		return (value as string[]).map((keys) => findPerson(all, keys)?.name ?? keys).join(", ");
	}
	return Array.isArray(value)
		? value.map((number) => formatNumber(String(number))).join(", ")
		: String(value);
}

function formFrom(one: Extension, draft: Draft | null): ExtensionForm {
	return { ...formOf(one), ...draft?.form };
}

function keepDraft(one: Extension, draft: Draft): void {
	// An added telephone without a number is no change, and stays in the form.
	const isUntouched =
		formChange(one, draft.form) === null && draft.form.alsoRing.every((phone) => phone.trim());
	writeDraft(draftOf(one), isUntouched ? null : draft);
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

function discard(one: Extension): void {
	writeDraft(draftOf(one), null);
	forget(actionNameOf(one));
	readAgain();
}

/** Bases the draft on the stored version: saving then overwrites it on purpose. */
function keepMine(one: Extension): void {
	const current = actionOf(actionNameOf(one)).refusal?.current as Extension | undefined;
	const draft = readDraft<Draft>(draftOf(one));
	if (!current || !draft) return;
	show(current);
	writeDraft(draftOf(one), { ...draft, version: current.version });
	forget(actionNameOf(one));
}

/** Shows changes made outside the form, and bases the draft on the new version. */
export function followChange(before: Extension, after: Extension): void {
	const draft = readDraft<Draft>(draftOf(before));
	if (draft?.version === before.version) writeDraft(draftOf(before), { ...draft, version: after.version });
	show(after);
	readAgain();
}

function show(extension: Extension): void {
	const known = peek(extensions) ?? [];
	put(
		extensions,
		known.map((one) => (one.id === extension.id ? extension : one)),
	);
}
