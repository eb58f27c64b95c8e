import { html } from "lit-html";
import { fieldView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { currentSession } from "../../../session/session.ts";
import { forget } from "../../../state/actions.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { liftOptOut, optOut, reasonView } from "./change.ts";

/** Null: the number is typed in the sheet. */
export function showOptOut(number: string | null): void {
	forget("opt-out-add");
	openSheet({
		title: number === null ? "Opt Out a Number" : `Opt Out ${formatNumber(number)}`,
		view: () => html`
			<p class="sheet-text">The company no longer texts this number, from any of its lines. The ledger keeps who asked for it, and why.</p>
			${formView({
				name: "opt-out-add",
				fields: (errorOf) => html`
					${number === null ? fieldView({ label: "Number", name: "number", type: "tel", isRequired: true, maxLength: 64, error: errorOf("number") }) : ""}
					${reasonView("Asked on the phone not to be texted.", errorOf("reason"))}
				`,
				submit: "Opt Out",
				busyLabel: "Opting Out…",
				isDestructive: true,
				run: (values) => optOut(number ?? values.number ?? "", values.reason ?? ""),
				onDone: closeSheet,
			})}
		`,
	});
}

/** The ledger keeps the reason with the person's name. */
export function showOptIn(number: string): void {
	forget("opt-out-lift");
	const name = currentSession()?.person?.name;
	openSheet({
		title: "Lift Opt-Out",
		view: () => html`
			<p class="sheet-text">Only with the contact’s consent. The ledger keeps what you write${name ? html`, with your name, <span dir="auto">${name}</span>` : ""}.</p>
			${formView({
				name: "opt-out-lift",
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
