import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { markStale } from "../../../api/resource.ts";
import { textAreaView } from "../../../parts/field.ts";
import { formView } from "../../../parts/form.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { currentSession } from "../../../session/session.ts";
import { notify } from "../../../shell/notices.ts";
import { consentOf } from "../resources/consent.ts";
import { nameContact } from "../words.ts";

const reasonCharactersMax = 500;

/** Asks for the reason: the ledger keeps it. */
export function showOptOut(number: string): void {
	const name = nameContact(number);
	openSheet({
		title: `Opt Out ${name}`,
		view: () => html`
			<p class="sheet-text">The company texts this contact no more, on none of its lines. The ledger keeps who said so and why.</p>
			${formView({
				name: `opt-out/${number}`,
				fields: (errorOf) => reasonView("Asked on the phone not to be texted.", errorOf("reason")),
				submit: "Opt Out",
				busyLabel: "Opting Out…",
				isDestructive: true,
				run: ({ reason = "" }) => optOut(number, reason),
				onDone: () => {
					closeSheet();
					notify({
						text: `${name} has opted out.`,
						undo: { label: "Undo Opt-Out", run: () => void optIn(number, undoReason()) },
					});
				},
			})}
		`,
	});
}

/** A person lifts it with a sentence; the ledger keeps it with the name. */
export function showOptIn(number: string): void {
	openSheet({
		title: "Lift Opt-Out",
		view: () => html`
			<p class="sheet-text">Only with the contact's consent. What you write is kept in the ledger, with your name.</p>
			${formView({
				name: `opt-in/${number}`,
				fields: (errorOf) =>
					reasonView("Ana Ruiz called on 12 May and asked for texts again.", errorOf("reason")),
				submit: "Lift Opt-Out",
				busyLabel: "Lifting…",
				run: ({ reason = "" }) => optIn(number, reason),
				onDone: closeSheet,
			})}
		`,
	});
}

function reasonView(example: string, error: string | undefined) {
	return textAreaView({
		label: "Reason",
		name: "reason",
		rows: 2,
		isRequired: true,
		maxLength: reasonCharactersMax,
		hint: `For example: “${example}”`,
		error,
	});
}

async function optOut(number: string, reason: string): Promise<void> {
	await ask(() => api["opt-outs"].$post({ json: { number, reason } }));
	readAgain(number);
}

async function optIn(number: string, reason: string): Promise<void> {
	const param = { number: encodeURIComponent(number) };
	await ask(() => api["opt-outs"][":number"].$delete({ param, json: { reason } }));
	readAgain(number);
}

function undoReason(): string {
	return `Entered by mistake and undone at once by ${currentSession()?.person?.name ?? "an owner"}.`;
}

function readAgain(number: string): void {
	const { key } = consentOf(number);
	markStale((resource) => resource.key === key || resource.key.startsWith("conversations"));
}
