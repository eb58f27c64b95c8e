import type { CampaignProgress } from "@cloudpbx/contracts/campaigns/campaigns";
import { html, nothing } from "lit-html";
import { actionButton, buttonView } from "../../../parts/button.ts";
import { definitionsView } from "../../../parts/lists/definitions.ts";
import { pageView } from "../../../parts/page.ts";
import { refusalLine } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import type { View } from "../../../parts/view.ts";
import type { Place } from "../../../router.ts";
import { can, currentSession } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { drawAgainWithin } from "../../../state/draw-again.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { formatMoment } from "../../../words/times.ts";
import { campaignStatusOf, countDone } from "../domain/campaign-status.ts";
import { describeLead, describeRate } from "../domain/describe-progress.ts";
import { describeTime } from "../domain/describe-review.ts";
import { askToCancel, changing, duplicate, duplicating, pause, resume, schedule } from "../operations.ts";
import { recipientsView } from "../recipients/list.ts";
import { readOnlyView } from "../role.ts";
import { stackedBarView } from "../stacked-bar.ts";
import { openMove } from "./move-start.ts";

/** Polling interval for stalled campaigns, which cause no news. */
const lookMilliseconds = 15_000;

let watched: { id: string; status: string; done: number; at: number } | null = null;

/** For scheduled, sending and paused campaigns. Each frame of news reads it again. */
export function progressPage(campaign: CampaignProgress, place: Place): View {
	const { id, name, counts } = campaign;
	drawAgainWithin(lookMilliseconds);
	const timeZone = currentSession()?.timeZone ?? "UTC";
	const lead = describeLead(campaign, { now: Date.now(), timeZone, stillSince: watch(campaign) });
	return pageView({
		title: name,
		isNarrow: true,
		back: { href: "/campaigns", label: "Campaigns" },
		actions: html`<div class="campaigns-actions">${can("campaigns:write") ? actionsView(campaign) : nothing}</div>`,
		body: html`
			<div class="campaigns-lead" data-tone=${lead.tone} role="status">
				${statusView({ word: lead.title, tone: lead.tone })}
				<p dir="auto">${lead.text}</p>
			</div>
			${refusalLine(actionOf(changing(id)).refusal)} ${refusalLine(actionOf(duplicating(id)).refusal)}
			${stackedBarView(id, counts)} ${factsView(campaign, timeZone)} ${can("campaigns:write") ? nothing : readOnlyView()}
			${recipientsView(id, place)}
		`,
	});
}

function watch({ id, status, counts }: CampaignProgress): number | null {
	const done = countDone(counts);
	const isSame = watched?.id === id && watched.status === status && watched.done === done;
	if (!isSame) watched = { id, status, done, at: Date.now() };
	return status === "sending" ? (watched?.at ?? null) : null;
}

function actionsView(campaign: CampaignProgress): View {
	const { id, status } = campaign;
	const name = changing(id);
	const cancel = buttonView({ label: "Cancel…", onPress: () => askToCancel(campaign) });
	if (status === "sending") {
		return html`${cancel}${actionButton({ name, label: "Pause", busyLabel: "Pausing…", style: "prominent", run: () => pause(id) })}`;
	}
	if (status === "paused") {
		return html`${cancel}${actionButton({ name, label: "Resume", busyLabel: "Resuming…", style: "prominent", run: () => resume(id) })}`;
	}
	return html`
		${cancel}${buttonView({ label: "Move…", onPress: () => openMove(campaign) })}
		${actionButton({ name, label: "Start Now", busyLabel: "Starting…", run: () => schedule(id, null) })}
	`;
}

function factsView(campaign: CampaignProgress, timeZone: string): View {
	const { id, status, startAt, startedAt, expectedEndAt, forecastEndAt, heldUntil, fromNumber, message } =
		campaign;
	const moment = { now: Date.now(), timeZone };
	const time = (at: string | null) =>
		at === null
			? "–"
			: html`<time datetime=${at} title=${formatMoment(at, timeZone)}>${describeTime(at, moment)}</time>`;
	const isScheduled = status === "scheduled";
	return html`
		<div class="campaigns-facts">${definitionsView([
			["Status", statusView(campaignStatusOf(campaign))],
			["Rate", isScheduled ? null : html`<span class="number">${describeRate(campaign)}</span>`],
			[isScheduled ? "Starts" : "Started", time(isScheduled ? startAt : startedAt)],
			["Expected End", isScheduled ? null : time(expectedEndAt)],
			["Forecast at the Start", isScheduled ? null : time(forecastEndAt)],
			["Held Until", isScheduled ? null : time(heldUntil)],
			["From", formatNumber(fromNumber)],
			["Message", message],
		])}</div>
		${
			can("campaigns:write")
				? html`<p class="campaigns-more">${actionButton({ name: duplicating(id), label: "Duplicate as Draft", busyLabel: "Duplicating…", run: () => duplicate(id) })}</p>`
				: nothing
		}
	`;
}
