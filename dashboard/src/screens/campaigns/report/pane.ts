import type { Campaign, CampaignOutcomes, CampaignProgress } from "@cloudpbx/contracts/campaigns/campaigns";
import { html, nothing } from "lit-html";
import { refresh, use } from "../../../api/resource.ts";
import { actionButton } from "../../../parts/button.ts";
import { definitionsView } from "../../../parts/lists/definitions.ts";
import { groupView } from "../../../parts/lists/row.ts";
import { pageView } from "../../../parts/page.ts";
import { refusalLine, refusalView, skeletonView } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import type { View } from "../../../parts/view.ts";
import type { Place } from "../../../router.ts";
import { can, currentSession } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { formatInteger, formatShare } from "../../../words/counts.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { formatMoment } from "../../../words/times.ts";
import { campaignStatusOf, countTexted } from "../domain/campaign-status.ts";
import { describeReport } from "../domain/describe-report.ts";
import { groupReasons, type ReasonGroup } from "../domain/report.ts";
import { duplicate, duplicating } from "../operations.ts";
import { recipientsView } from "../recipients/list.ts";
import { outcomes } from "../resources.ts";
import { readOnlyView } from "../role.ts";
import { stackedBarView } from "../stacked-bar.ts";

/** For campaigns that ended. Drawn together with the reasons, so that nothing moves. */
export function reportPage(campaign: CampaignProgress, place: Place): View {
	const { id } = campaign;
	const resource = outcomes(id);
	const { data, refusal } = use(resource);
	const body = data
		? wholeView(campaign, data, place)
		: refusal
			? refusalView(refusal, { retry: () => void refresh(resource) })
			: skeletonView();
	return frame(campaign, body);
}

export function draftPage(campaign: Campaign): View {
	return frame(campaign, html`${planView(campaign)} ${readOnlyView()}`);
}

function frame({ id, name }: Campaign, body: View): View {
	const action = () =>
		actionButton({
			name: duplicating(id),
			label: "Duplicate as Draft",
			busyLabel: "Duplicating…",
			run: () => duplicate(id),
		});
	return pageView({
		title: name,
		isNarrow: true,
		back: { href: "/campaigns", label: "Campaigns" },
		actions: html`<div class="campaigns-actions">${can("campaigns:write") ? action() : nothing}</div>`,
		body: html`${refusalLine(actionOf(duplicating(id)).refusal)} ${body}`,
	});
}

function wholeView(campaign: CampaignProgress, all: CampaignOutcomes, place: Place): View {
	const { id, reason } = campaign;
	const status = campaignStatusOf(campaign);
	return html`
		<div class="campaigns-lead" data-tone=${campaign.status === "failed" ? "bad" : status.tone} role="status">
			${statusView(status)}
			<p dir="auto">${describeReport(campaign.status, all.counts, reason)}</p>
		</div>
		${stackedBarView(id, all.counts)} ${figuresView(id, all)}
		${reasonsView("Not Delivered", groupReasons(all, ["failed", "undelivered"]), "These texts did not arrive. Sending again helps only where the phone was switched off.")}
		${reasonsView("Left Out", groupReasons(all, ["skipped"]), "Nobody here was texted.")} ${planView(campaign)}
		${can("campaigns:write") ? nothing : readOnlyView()} ${recipientsView(id, place)}
	`;
}

function figuresView(id: string, { counts, replies, optOuts }: CampaignOutcomes): View {
	const texted = countTexted(counts);
	const figures: [label: string, count: number, query: string][] = [
		["Delivered", counts.delivered, "status=delivered"],
		["Replies", replies, "replied=true"],
		["Opt-Outs", optOuts, "optedOut=true"],
	];
	return html`
		<ul class="campaigns-figures">
			${figures.map(
				([label, count, query]) => html`
					<li><a class="campaigns-figure" href="/campaigns/${id}?${query}"><strong class="number">${formatInteger(count)}</strong><span>${label}</span><span class="soft number"><span class="campaigns-share">${formatShare(count, texted)}</span> of ${formatInteger(texted)}</span></a></li>
				`,
			)}
		</ul>
		<p class="group-footer campaigns-base">Shares are of those who were not left out. Replies and opt-outs count for seven days after the text.</p>
	`;
}

function reasonsView(title: string, groups: ReasonGroup[], footer: string): View {
	if (groups.length === 0) return nothing;
	return groupView({
		title,
		footer,
		rows: groups.map(({ reason, errorCode, count }) => ({
			title: html`<span class="campaigns-reason">${reason ?? "The carrier gave no reason."}</span>`,
			...(errorCode !== null && { detail: `Carrier code ${errorCode}` }),
			trailing: html`<span class="number">${formatInteger(count)}</span>`,
		})),
	});
}

function planView({ fromNumber, message, startedAt, endedAt, createdBy, counts }: Campaign): View {
	const timeZone = currentSession()?.timeZone ?? "UTC";
	return definitionsView([
		["Recipients", formatInteger(counts.total)],
		["From", formatNumber(fromNumber)],
		["Made by", createdBy],
		["Started", startedAt && formatMoment(startedAt, timeZone)],
		["Ended", endedAt && formatMoment(endedAt, timeZone)],
		["Message", message],
	]);
}
