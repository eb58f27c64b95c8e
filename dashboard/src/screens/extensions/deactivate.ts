import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { dayMilliseconds } from "@cloudpbx/domain/time-units";
import { html } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { peek, prefetch, use } from "../../api/resource.ts";
import { buttonView } from "../../parts/button.ts";
import { formView } from "../../parts/forms/form.ts";
import { notify } from "../../parts/notices.ts";
import { closeSheet, openAlert, openSheet } from "../../parts/sheet.ts";
import type { View } from "../../parts/view.ts";
import { goTo } from "../../router.ts";
import { can } from "../../session/session.ts";
import { forget } from "../../state/actions.ts";
import { createStore } from "../../state/store.ts";
import { countOf, formatList } from "../../words/counts.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { formatDate } from "../../words/times.ts";
import { groupsOf } from "./domain/members.ts";
import { extensions, readAgain, settings } from "./resources.ts";
import { describeRelease } from "./words.ts";

const store = createStore<{ after: "keep" | "release" }>({ after: "keep" });

/** Only releasing the number at once is irreversible, so only that asks again. */
export function showDeactivate(one: Extension): void {
	forget(actionNameOf(one));
	store.change((state) => (state.after = "keep"));
	if (can("settings:read")) void prefetch(settings);
	openSheet({ title: `Deactivate ${one.name}`, view: () => sheetView(one) });
}

const actionNameOf = ({ id }: Extension) => `extension-deactivate/${id}`;

function sheetView(one: Extension): View {
	return html`
		<p class="sheet-text">Callers can no longer reach ${one.name}, and the keys ${one.ext} become free. Calls and voicemail stay.${endsView(one)}</p>
		${formView({
			name: actionNameOf(one),
			fields: () => (one.number === null ? "" : choiceView(one.number)),
			submit: store.state.after === "release" ? "Deactivate…" : "Deactivate",
			busyLabel: "Deactivating…",
			isDestructive: true,
			aside: buttonView({ label: "Cancel", onPress: closeSheet }),
			run: async () => {
				if (store.state.after === "keep") await deactivate(one, "false");
			},
			onDone: () => {
				closeSheet();
				if (store.state.after === "release") askToRelease(one);
			},
		})}
	`;
}

function endsView(one: Extension): View {
	const groups = groupsOf(peek(extensions) ?? [], one).map(({ name }) => name);
	const isOperator = can("settings:read") && use(settings).data?.operator === one.ext;
	return html`
		${groups.length > 0 ? html` <span dir="auto">${one.name} leaves ${formatList(groups)}.</span>` : ""}
		${isOperator ? html` Nobody is the operator then: choose another one under <a href="/settings/calls">Settings</a>.` : ""}
	`;
}

function choiceView(number: string): View {
	const days = can("settings:read") ? use(settings).data?.numberGraceDays : undefined;
	const kept =
		days === undefined
			? "It goes back to the carrier after the period in the settings."
			: `It goes back to the carrier on ${formatDate(Date.now() + days * dayMilliseconds)}, after ${countOf(days, { one: "day", other: "days" })}. Until then it can be given to somebody else.`;
	const choice = (value: "keep" | "release", label: string, text: string) => html`
		<label class="checkbox">
			<input type="radio" name="after" value=${value} .checked=${store.state.after === value} @change=${() => store.change((state) => (state.after = value))}>
			<span>${label}<br><span class="soft small">${text}</span></span>
		</label>
	`;
	return html`
		<fieldset class="extensions-choice">
			<legend>The number ${formatNumber(number)}</legend>
			${choice("keep", "Keep It for Now", kept)}
			${choice("release", "Give It Back Now", "This cannot be undone. Somebody else may get the number, with the calls and texts that still come in.")}
		</fieldset>
	`;
}

function askToRelease(one: Extension): void {
	openAlert({
		title: `Give ${formatNumber(one.number)} back for good?`,
		text: `${one.name} is deactivated, and the carrier may rent the number to somebody else. It cannot be taken back.`,
		verb: "Release Number",
		busyLabel: "Releasing…",
		run: () => deactivate(one, "true"),
	});
}

async function deactivate(one: Extension, release: "true" | "false"): Promise<void> {
	const after = await ask(() => api.extensions[":id"].$delete({ param: { id: one.id }, query: { release } }));
	readAgain();
	const number =
		after.numberReleaseAt && release === "false"
			? ` The number ${describeRelease(after.numberReleaseAt)}.`
			: "";
	notify({ text: `${one.name} is deactivated.${number}` });
	goTo("/extensions");
}
