import type { NumberTrouble } from "@cloudpbx/contracts/extensions/numbers";
import { html, nothing } from "lit-html";
import { use } from "../../../api/resource.ts";
import { actionButton } from "../../../parts/button.ts";
import { refusalLine } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { can } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { countOf } from "../../../words/counts.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { health } from "../resources.ts";
import { repairWords, troubleWords } from "../words.ts";
import { check, checking, repair, repairing } from "./operations.ts";

export function healthView(): View {
	const { data, refusal } = use(health);
	const words = data
		? html`${statusView(
				data.items.length === 0
					? { word: "All Numbers Are in Order", tone: "good" }
					: {
							word: countOf(data.items.length, { one: "Number in Trouble", other: "Numbers in Trouble" }),
							tone: "bad",
						},
			)}<span class="soft small">Compared with the carrier: ${timeView(data.checkedAt, "clock")}</span>`
		: html`<span class="status">${refusal ? "Not Compared" : "Comparing with the Carrier…"}</span><span class="soft small">${refusal ? refusal.detail : "\u00a0"}</span>`;
	return html`
		<div class="extensions-health" role="status">
			<p>${words}</p>
			${actionButton({ name: checking, label: "Check Now", busyLabel: "Checking…", run: check })}
		</div>
		${refusalLine(actionOf(checking).refusal)}
	`;
}

export function troubleView({ id, trouble, message }: NumberTrouble): View {
	const name = repairing(id);
	const mend = repairWords[trouble];
	return html`
		<div class="extensions-below extensions-trouble">
			<p>${statusView(troubleWords[trouble])}<span dir="auto">${message}</span></p>
			${mend && can("numbers:write") ? actionButton({ name, label: `Repair: ${mend.label}`, busyLabel: mend.busyLabel, run: () => repair(id) }) : nothing}
			${refusalLine(actionOf(name).refusal)}
		</div>
	`;
}

export function unusedNumbersView(strays: NumberTrouble[]): View {
	if (strays.length === 0) return nothing;
	return html`
		<section class="group-section extensions-strays">
			<h2 class="group-title">Rented, Not Used Here</h2>
			<ul class="group" aria-label="Rented, not used here">
				${strays.map((one) => html`<li><div class="row"><span class="row-title number">${formatNumber(one.number)}</span></div>${troubleView(one)}</li>`)}
			</ul>
		</section>
	`;
}
