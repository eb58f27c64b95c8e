import { html, nothing } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { buttonView } from "../../../parts/button.ts";
import type { View } from "../../../parts/view.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { formatMoment } from "../../../words/times.ts";
import { findConflicts, type Plan, planOf } from "../domain/plan.ts";
import type { Draft } from "./draft.ts";
import { endConflict } from "./save-draft.ts";

const labels: Record<keyof Plan, string> = {
	name: "Name",
	message: "Message",
	fromNumber: "From",
	startAt: "Start",
	quietHours: "Quiet hours",
	ratePerSecond: "Texts a second",
	requireConsent: "Only with consent",
};

export function conflictView(draft: Draft): View {
	if (!draft.conflict) return nothing;
	const theirs = planOf(draft.conflict);
	const names = findConflicts(draft.stored, draft.plan, theirs);
	return html`
		<section class="campaigns-conflict" role="alert" popover="manual" ${ref(show)}>
			<h2>Somebody Else Changed This</h2>
			<p>Nothing of yours is lost, and nothing is saved until you choose.</p>
			${names.map(
				(name) => html`
					<h3>${labels[name]}</h3>
					<dl class="campaigns-both">
						<div><dt>Theirs</dt><dd dir="auto">${write(name, theirs)}</dd></div>
						<div><dt>Yours</dt><dd dir="auto">${write(name, draft.plan)}</dd></div>
					</dl>
				`,
			)}
			<div class="form-buttons">
				${buttonView({ label: "Keep Theirs", onPress: () => endConflict(draft, "theirs") })}
				${buttonView({ label: "Keep Yours", onPress: () => endConflict(draft, "mine") })}
			</div>
		</section>
	`;
}

function show(element: Element | undefined): void {
	queueMicrotask(() => {
		if (element instanceof HTMLElement && element.isConnected) element.showPopover();
	});
}

function write(name: keyof Plan, plan: Plan): string {
	if (name === "startAt") return plan.startAt === null ? "Now" : formatMoment(plan.startAt);
	if (name === "fromNumber") return formatNumber(plan.fromNumber ?? "");
	const value = plan[name];
	if (typeof value === "boolean") return value ? "On" : "Off";
	return value === null || value === "" ? "Empty" : String(value);
}
