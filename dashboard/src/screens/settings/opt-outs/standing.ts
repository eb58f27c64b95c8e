import type { ConsentEvent } from "@cloudpbx/contracts/texts/opt-outs";
import { html, nothing } from "lit-html";
import { buttonView } from "../../../parts/button.ts";
import { resourceView } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { can } from "../../../session/session.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { type Standing, standingOf } from "./resources.ts";
import { showOptIn, showOptOut } from "./sheets.ts";
import { consentKindWords, describeSource } from "./words.ts";

export function standingView(number: string, listHref: string): View {
	return html`
		<p><a class="button" href=${listHref}>All Opt-Outs</a></p>
		${resourceView(standingOf(number), (standing) => wholeView(number, standing))}
	`;
}

function wholeView(number: string, { optOut, events }: Standing): View {
	return html`
		<section class="opt-outs-standing">
			<h2 class="number">${formatNumber(number)}</h2>
			<p>${statusView(optOut ? { word: "Opted Out", tone: "bad" } : { word: "May Be Texted", tone: "good" })}</p>
			${optOut ? html`<p dir="auto">${describeSource({ ...optOut, by: optOut.addedBy })}</p>` : nothing}
			${
				can("optouts:write")
					? optOut
						? buttonView({ label: "Lift Opt-Out…", onPress: () => showOptIn(number) })
						: buttonView({ label: "Opt Out…", style: "destructive", onPress: () => showOptOut(number) })
					: html`<p class="soft small">Only an owner or admin may ${optOut ? "lift it" : "opt it out here"}. The phone can do it by texting ${optOut ? "START" : "STOP"}.</p>`
			}
		</section>
		${events.length === 0 ? html`<p class="soft">This number has never opted in or out.</p>` : ledgerView(events)}
	`;
}

function ledgerView(events: ConsentEvent[]): View {
	return html`
		<section class="group-section">
			<h2 class="group-title">Ledger</h2>
			<ol class="opt-outs-ledger">
				${[...events].reverse().map(
					(event) => html`
						<li data-kind=${event.kind}>
							<p class="opt-outs-what">${consentKindWords[event.kind]}</p>
							<p dir="auto">${describeSource(event)}</p>
							<p class="soft small">${timeView(event.at, "moment")}</p>
						</li>
					`,
				)}
			</ol>
			<p class="group-footer">Nobody can change or remove an entry.</p>
		</section>
	`;
}
