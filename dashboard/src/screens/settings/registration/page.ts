import type { Registered, Registration, SenderRegistration } from "@cloudpbx/contracts/registration";
import { html, nothing } from "lit-html";
import { prefetch, refresh } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { groupView, type Row } from "../../../parts/row.ts";
import { bonesView, emptyView, resourceView } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { writeNumber } from "../../../words/phone-numbers.ts";
import type { SettingsPage } from "../pages.ts";
import { registrationResource } from "./resources.ts";
import { inboundWords, registrationWords } from "./words.ts";

/** What Twilio knows of each number as a sender of texts, what is missing, and the next step. */
export const page: SettingsPage = {
	load: () => void prefetch(registrationResource),
	view: () => resourceView(registrationResource, registrationView, { bones: bonesView(5) }),
};

function registrationView({ items, accountType, checkedAt }: Registration): View {
	if (items.length === 0)
		return emptyView({
			title: "No Numbers",
			text: "Each number of the company stands here, with what Twilio asks for before its texts arrive.",
		});
	return html`
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
						footer:
							"Its texts go to verified numbers only, and begin with a notice. Upgrade the account at Twilio.",
					})
				: nothing
		}
		${items.map(senderView)}
		<div class="group-footer settings-health">
			<p role="status">Asked of Twilio: ${timeView(checkedAt)}. A review takes some days.</p>
			${buttonView({ label: "Check Again", onPress: () => void refresh(registrationResource) })}
		</div>
	`;
}

function senderView(sender: SenderRegistration): View {
	const { number, canText, kind, tollFreeVerification, brand, campaign, messagingService, findings } = sender;
	const rows: Row[] = [
		{
			title: "Texts",
			detail: kind === "toll_free" ? "Toll-free number" : "Local number",
			trailing: statusView(
				canText ? { word: "Arrive", tone: "good" } : { word: "Do Not Arrive", tone: "bad" },
			),
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
		title: writeNumber(number),
		rows,
		footer:
			findings.length === 0
				? undefined
				: html`${findings.map(({ meaning, todo }) => html`<span class="settings-finding"><span dir="auto">${meaning}</span> <strong>${todo}</strong></span>`)}`,
	});
}

function registeredRow(title: string, { status, reason }: Registered): Row {
	return {
		title,
		...(reason !== null && { detail: reason }),
		trailing: statusView(registrationWords[status]),
	};
}
