import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { areaCodeZones } from "@cloudpbx/domain/quiet-hours/area-code-zones";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { use } from "../../../../api/resource.ts";
import { avatarView } from "../../../../parts/avatar.ts";
import { buttonView } from "../../../../parts/button.ts";
import { blockStateView } from "../../../../parts/calling/blocking.ts";
import { definitionsView } from "../../../../parts/lists/definitions.ts";
import { groupView } from "../../../../parts/lists/row.ts";
import { statusView } from "../../../../parts/status.ts";
import { timeView } from "../../../../parts/time.ts";
import type { View } from "../../../../parts/view.ts";
import { can } from "../../../../session/session.ts";
import { formatNumber } from "../../../../words/phone-numbers.ts";
import { callOutcomeWords, callStatusWords } from "../../../../words/statuses.ts";
import { formatClock, formatDay } from "../../../../words/times.ts";
import { callsWith } from "../../resources/calls-of-contact.ts";
import { consentOf } from "../../resources/consent.ts";
import { nameContact, nameLine } from "../../words.ts";
import { contactActions } from "../actions.ts";
import { describeConsent } from "../composer/opted-out.ts";
import "./facts.css";

const callsMax = 5;

export function inspectorView(conversation: Conversation): TemplateResult {
	const { from, to, contactName, createdAt } = conversation;
	return html`
		<div class="inbox-inspector-head">
			${avatarView(nameContact(from, contactName))}
			<p class="inbox-inspector-name" dir="auto">${nameContact(from, contactName)}</p>
		</div>
		${definitionsView([
			["Number", formatNumber(from)],
			["Time There", localTimeOf(from)],
			["Line", nameLine(to)],
			["First Text", formatDay(createdAt, Date.now())],
		])}
		${blockStateView(from)}
		${can("optouts:read") ? consentView(conversation) : nothing}
		<div class="inbox-inspector-actions">
			${repeat(
				contactActions(conversation),
				({ label }) => label,
				({ label, key, isDestructive, run }) =>
					buttonView({
						label,
						style: isDestructive ? "destructive" : "normal",
						onPress: run,
						...(key && { shortcut: key }),
					}),
			)}
		</div>
		${can("calls:read") ? callsView(from) : nothing}
	`;
}

function consentView({ from, isOptedOut }: Conversation): View {
	const events = use(consentOf(from)).data ?? [];
	return html`
		<section class="group-section">
			<h2 class="group-title">Consent</h2>
			<div class="inbox-inspector-consent">
				${statusView(isOptedOut ? { word: "Opted out of texts", tone: "bad" } : { word: "May be texted", tone: "good" })}
				<details>
					<summary>Ledger</summary>
					${
						events.length === 0
							? html`<p class="soft small">No texts yet.</p>`
							: html`<ol>${events.toReversed().map((event) => html`<li dir="auto"><strong>${event.kind === "opt_out" ? "Opted out" : "Opted in"}.</strong> ${describeConsent(event)}</li>`)}</ol>`
					}
				</details>
			</div>
		</section>
	`;
}

function callsView(number: string): View {
	const calls = use(callsWith(number)).data?.items;
	if (!calls) return nothing;
	return html`
		${groupView({
			title: "Calls",
			rows: calls.slice(0, callsMax).map(({ id, direction, outcome, status, startedAt }) => ({
				title: direction === "inbound" ? "Incoming" : "Outgoing",
				detail: statusView(outcome ? callOutcomeWords[outcome] : callStatusWords[status]),
				time: timeView(startedAt),
				href: `/calls/${encodeURIComponent(id)}`,
			})),
			footer:
				calls.length === 0
					? "No calls with this number."
					: html`<a href="/calls?number=${encodeURIComponent(number)}">All Calls with This Number</a>`,
		})}
	`;
}

/** By area code, so only a guess. Null abroad and for unknown area codes. */
function localTimeOf(number: string): string | null {
	const [, areaCode = ""] = /^\+1(\d{3})\d{7}$/.exec(number) ?? [];
	const zones = areaCodeZones.get(areaCode)?.zones ?? [];
	const times = [...new Set(zones.map((zone) => formatClock(Date.now(), zone)))];
	return times.length === 0 ? null : `${times.join(" or ")}, by the area code`;
}
