import { html } from "lit-html";
import { formView } from "../../../../parts/forms/form.ts";
import { closeSheet, openSheet } from "../../../../parts/sheet.ts";
import { liftOptOut, optOut, reasonView } from "../../../settings/opt-outs/change.ts";
import { nameContact } from "../../words.ts";

/** Asks for the reason: the ledger keeps it. */
export function showOptOut(number: string): void {
	openSheet({
		title: `Opt Out ${nameContact(number)}`,
		view: () => html`
			<p class="sheet-text">The company texts this contact no more, on none of its lines. The ledger keeps who said so and why.</p>
			${formView({
				name: `opt-out/${number}`,
				fields: (errorOf) => reasonView("Asked on the phone not to be texted.", errorOf("reason")),
				submit: "Opt Out",
				busyLabel: "Opting Out…",
				isDestructive: true,
				run: ({ reason = "" }) => optOut(number, reason),
				onDone: closeSheet,
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
				run: ({ reason = "" }) => liftOptOut(number, reason),
				onDone: closeSheet,
			})}
		`,
	});
}
