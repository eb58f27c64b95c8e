import type {
	Registered,
	Registration,
	SenderRegistration,
} from "@cloudpbx/contracts/extensions/registration";
import type { Finding } from "@cloudpbx/contracts/findings";
import { html, nothing } from "lit-html";
import { prefetch } from "../../../api/resource.ts";
import { actionButton } from "../../../parts/button.ts";
import { groupView, type Row } from "../../../parts/lists/row.ts";
import { emptyView, refusalLine, resourceView, skeletonView } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { actionOf } from "../../../state/actions.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import type { SettingsPage } from "../settings-page.ts";
import { checkAgain, checking, registrationResource } from "./resources.ts";
import { accountPage, inboundWords, nextPageOf, registrationWords, sendingWords } from "./words.ts";

export const page: SettingsPage = {
	load: () => void prefetch(registrationResource),
	view: () => resourceView(registrationResource, registrationView, { skeleton: skeletonView(5) }),
};

function registrationView({ items, accountType, checkedAt }: Registration): View {
	if (items.length === 0)
		return emptyView({
			title: "No Numbers",
			text: "Each number of the company appears here, with what Twilio requires before its texts arrive.",
			action: html`<a class="button" href="/extensions">Open Extensions</a>`,
		});
	return html`
		<div class="settings-links">
		${
			accountType === "trial"
				? groupView({
						label: "Account",
						rows: [
							{
								title: "Trial Account",
								trailing: statusView({ word: "Limited", tone: "bad" }),
							},
						],
						footer: html`Its texts go to verified numbers only, and begin with a notice.
							<strong>Upgrade the account at Twilio.</strong> ${linkView(accountPage)}`,
					})
				: nothing
		}
		${items.map(senderView)}
		</div>
		<div class="group-footer settings-health">
			<p role="status">Asked of Twilio: ${timeView(checkedAt)}. A review takes some days.</p>
			${actionButton({ name: checking, label: "Check Again", busyLabel: "Asking Twilio…", run: checkAgain })}
		</div>
		${refusalLine(actionOf(checking).refusal)}
	`;
}

function senderView(sender: SenderRegistration): View {
	const { number, kind, tollFreeVerification, brand, campaign, messagingService, findings } = sender;
	const rows: Row[] = [
		{
			title: "Texts",
			detail: kind === "toll_free" ? "Toll-free number" : "Local number",
			trailing: statusView(sendingWords(sender)),
		},
	];
	if (tollFreeVerification) rows.push(registeredRow("Toll-Free Verification", tollFreeVerification));
	if (brand) rows.push(registeredRow("Brand (10DLC)", brand));
	if (campaign) rows.push(registeredRow("Campaign (10DLC)", campaign));
	if (messagingService)
		rows.push({
			title: "Incoming Texts",
			detail: messagingService.name,
			trailing: statusView(inboundWords[messagingService.inbound]),
		});
	return groupView({
		title: formatNumber(number),
		rows,
		footer: findings.length === 0 ? undefined : html`${findings.map(findingView)}`,
	});
}

function findingView(finding: Finding): View {
	const { meaning, todo } = finding;
	const next = nextPageOf(finding);
	return html`<span class="settings-finding"><span dir="auto">${meaning}</span> <strong dir="auto">${todo}</strong>${next ? html` ${linkView(next)}` : nothing}</span>`;
}

function linkView({ label, href }: { label: string; href: string }): View {
	return href.startsWith("/")
		? html`<a href=${href}>${label}</a>`
		: html`<a href=${href} target="_blank" rel="noopener noreferrer">${label}</a>`;
}

function registeredRow(title: string, { status, reason }: Registered): Row {
	return {
		title,
		...(reason !== null && { detail: reason }),
		trailing: statusView(registrationWords[status]),
	};
}
