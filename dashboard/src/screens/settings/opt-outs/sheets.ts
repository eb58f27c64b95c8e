import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { fieldView, textAreaView } from "../../../parts/field.ts";
import { formView } from "../../../parts/form.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { currentSession } from "../../../session/session.ts";
import { notify } from "../../../shell/notices.ts";
import { act, forget } from "../../../state/actions.ts";
import { writeNumber } from "../../../words/phone-numbers.ts";
import { readAgain } from "./resources.ts";

const reasonCharactersMax = 500;

/** With a number it is that one; without one it is typed. */
export function showAdd(number: string | null): void {
	forget("opt-out-add");
	openSheet({
		title: number === null ? "Opt Out a Number" : `Opt Out ${writeNumber(number)}`,
		view: () => html`
			<p class="sheet-text">The company texts this number no more, on none of its lines. The ledger keeps who said so and why.</p>
			${formView({
				name: "opt-out-add",
				fields: (errorOf) => html`
					${number === null ? fieldView({ label: "Number", name: "number", type: "tel", isRequired: true, maxLength: 64, error: errorOf("number") }) : ""}
					${reasonView("Asked on the phone not to be texted.", errorOf("reason"))}
				`,
				submit: "Opt Out",
				busyLabel: "Opting Out…",
				isDestructive: true,
				run: (values) => add(number ?? values.number ?? "", values.reason ?? ""),
				onDone: closeSheet,
			})}
		`,
	});
}

async function add(typed: string, reason: string): Promise<void> {
	const { number } = await ask(() => api["opt-outs"].$post({ json: { number: typed, reason } }));
	readAgain();
	const name = currentSession()?.person?.name ?? "an owner";
	notify({
		text: `${writeNumber(number)} has opted out.`,
		undo: {
			label: "Undo Opt-Out",
			run: () =>
				void act("opt-out-undo", () => lift(number, `Entered by mistake and undone at once by ${name}.`)),
		},
	});
}

/** A person lifts it with a sentence; the ledger keeps it with the name. */
export function showLift(number: string): void {
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
				run: ({ reason = "" }) => lift(number, reason),
				onDone: closeSheet,
			})}
		`,
	});
}

async function lift(number: string, reason: string): Promise<void> {
	const param = { number: encodeURIComponent(number) };
	await ask(() => api["opt-outs"][":number"].$delete({ param, json: { reason } }));
	readAgain();
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
