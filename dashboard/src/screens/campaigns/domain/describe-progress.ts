import type { CampaignProgress } from "@cloudpbx/contracts/campaigns/campaigns";
import { countOf, formatDecimal, formatInteger } from "../../../words/counts.ts";
import type { Tone } from "../../../words/statuses.ts";
import { formatDuration } from "../../../words/times.ts";
import { countDone } from "./campaign-status.ts";
import { describeTime } from "./describe-review.ts";

export interface Lead {
	tone: Tone;
	title: string;
	text: string;
}

interface Now {
	now: number;
	timeZone: string;
	/** Since when no text has been sent, as seen by this page; null: unknown. */
	stillSince: number | null;
}

/** A start is late after this time; the sweeper runs every five minutes. */
const lateMilliseconds = 6 * 60_000;
/** A campaign without a sent text for this long counts as stalled, at usual rates. */
const stillMilliseconds = 90_000;

export function describeLead(campaign: CampaignProgress, now: Now): Lead {
	if (campaign.status === "paused") return describePause(campaign);
	return campaign.status === "scheduled" ? describeSchedule(campaign, now) : describeSending(campaign, now);
}

function describePause({ reason, counts }: CampaignProgress): Lead {
	const left = `${countOf(counts.queued, { one: "person waits", other: "people wait" })} for a text.`;
	if (reason === null || /^paused by hand/i.test(reason)) {
		return { tone: "busy", title: "Paused by Hand", text: `${left} Nothing goes out until it is resumed.` };
	}
	return { tone: "bad", title: "It Stopped by Itself", text: `${reason} ${left}` };
}

function describeSchedule({ startAt, counts }: CampaignProgress, moment: Now): Lead {
	const size = countOf(counts.queued, { one: "person", other: "people" });
	if (startAt === null) return { tone: "busy", title: "Starting", text: `${size} will be texted.` };
	if (moment.now - Date.parse(startAt) > lateMilliseconds) {
		const text = `The start at ${describeTime(startAt, moment)} was missed. Start it now, or move it.`;
		return { tone: "bad", title: "It Did Not Start", text };
	}
	return {
		tone: "busy",
		title: "Scheduled",
		text: `Starts ${describeTime(startAt, moment)} with ${size}. Until then it can be moved.`,
	};
}

function describeSending(campaign: CampaignProgress, moment: Now): Lead {
	const { counts, heldUntil, expectedEndAt, ratePerSecond } = campaign;
	const done = `${formatInteger(countDone(counts))} of ${formatInteger(counts.total)} are done.`;
	const patience = Math.max(stillMilliseconds, 5000 / ratePerSecond);
	const isStill = moment.stillSince !== null && moment.now - moment.stillSince > patience;
	if (isStill && counts.queued > 0 && heldUntil === null) {
		const text = `No text has gone for ${formatDuration(minutes(moment.now - (moment.stillSince ?? 0)))}. ${done} Pause and resume it; the numbers’ state is under Extensions.`;
		return { tone: "bad", title: "It Stands Still", text };
	}
	if (heldUntil !== null && counts.sending === 0 && expectedEndAt !== null) {
		const text = `It is night where they are: the next text goes ${describeTime(heldUntil, moment)}. ${done}`;
		return { tone: "busy", title: "Held for Quiet Hours", text };
	}
	const end = expectedEndAt === null ? "" : ` Ends about ${describeTime(expectedEndAt, moment)}.`;
	const pace = campaign.pace === null ? "" : ` ${campaign.pace}`;
	return { tone: "busy", title: "Sending", text: `${done}${end}${pace}` };
}

function minutes(milliseconds: number): number {
	return Math.max(60, Math.floor(milliseconds / 60_000) * 60);
}

export function describeRate({ achievedPerSecond, ratePerSecond }: CampaignProgress): string {
	const set = formatRate(ratePerSecond);
	return achievedPerSecond === null
		? `${set} a second`
		: `${formatRate(achievedPerSecond)} of ${set} a second`;
}

function formatRate(rate: number): string {
	return rate >= 1 || rate === 0 ? formatDecimal(rate) : String(Number(rate.toPrecision(2)));
}
