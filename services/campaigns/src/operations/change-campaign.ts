import type { Campaign, CampaignPlan } from "@cloudpbx/contracts/campaigns";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, eq, inArray } from "drizzle-orm";
import { type CampaignStep, campaignSteps } from "../domain/campaign-states.ts";
import type { Campaigns } from "../open-campaigns.ts";
import { applyConsent } from "./apply-consent.ts";
import { skipQueued } from "./close-campaigns.ts";
import { findSender } from "./find-sender.ts";
import { followTexts } from "./follow-texts.ts";
import { wake, wakeAt } from "./pass-on.ts";
import { findCampaign, loadSenderRates } from "./read-campaigns.ts";
import { showCampaign } from "./show-campaign.ts";
import { type CampaignRow, startCampaigns } from "./start-campaign.ts";

/** Starts it at an instant, or now (null, or an instant that is over). */
export async function scheduleCampaign(
	campaigns: Campaigns,
	id: string,
	startAt: string | null,
): Promise<Result<Campaign>> {
	const instant = startAt === null ? null : new Date(startAt);
	const known = await findCampaign(campaigns, id);
	if (!known.ok) return known;
	if (!known.value.isComplete) {
		return refuse("precondition_failed", "Its recipients are still coming in. Try again in a moment.");
	}
	if (instant !== null && instant > campaigns.now()) {
		const scheduled = await step(campaigns, id, "schedule", { startAt: instant });
		if (scheduled.ok) await wakeAt(campaigns, scheduled.value.fromNumber, instant);
		return show(campaigns, scheduled);
	}
	const [started] = await startCampaigns(campaigns, eq(campaignTable.id, id));
	if (!started) return show(campaigns, await refuseStep(campaigns, id, "start"));
	await wake(campaigns, started.fromNumber);
	return show(campaigns, await findCampaign(campaigns, id));
}

export async function pauseCampaign(campaigns: Campaigns, id: string): Promise<Result<Campaign>> {
	return show(campaigns, await step(campaigns, id, "pause", { reason: "Paused by hand." }));
}

/** What went wrong before, and whatever the carrier has told about it by now, does not count against it any more. */
export async function resumeCampaign(campaigns: Campaigns, id: string): Promise<Result<Campaign>> {
	while (await followTexts(campaigns));
	const resumed = await step(campaigns, id, "resume", { reason: null, outcomesCount: 0, errorsCount: 0 });
	if (resumed.ok) await wake(campaigns, resumed.value.fromNumber);
	return show(campaigns, resumed);
}

export async function cancelCampaign(campaigns: Campaigns, id: string): Promise<Result<Campaign>> {
	const cancelled = await step(campaigns, id, "cancel", { endedAt: campaigns.now(), reason: null });
	if (!cancelled.ok) return cancelled;
	await skipQueued(campaigns, id);
	return show(campaigns, await findCampaign(campaigns, id));
}

/** Fields that are absent stay as they are. */
export async function updateCampaign(
	campaigns: Campaigns,
	id: string,
	patch: Partial<CampaignPlan>,
): Promise<Result<Campaign>> {
	const { fromNumber, startAt, ...rest } = patch;
	const sender = fromNumber === undefined ? null : await findSender(campaigns, fromNumber);
	if (sender && !sender.ok) return sender;
	const values = {
		...rest,
		...(sender && { fromNumber: sender.value }),
		...(startAt !== undefined && { startAt: startAt === null ? null : new Date(startAt) }),
	};
	if (Object.keys(values).length === 0) return show(campaigns, await findCampaign(campaigns, id));
	// Set aside before the rule is in force, and taken in again after it: nobody slips through in between.
	if (patch.requireConsent === true) await applyConsent(campaigns, id, true);
	const edited = await step(campaigns, id, "edit", values);
	if (edited.ok && patch.requireConsent === false) await applyConsent(campaigns, id, false);
	if (edited.ok) await wakeFor(campaigns, edited.value);
	return show(campaigns, edited.ok ? await findCampaign(campaigns, id) : edited);
}

/** A queue message for when it starts, or at once for one that is on its way. Nothing for a draft, or for what is over. */
export async function wakeFor(
	campaigns: Campaigns,
	{ status, startAt, fromNumber }: CampaignRow,
): Promise<void> {
	if (status === "sending") await wake(campaigns, fromNumber);
	if (status === "scheduled") await wakeAt(campaigns, fromNumber, startAt ?? campaigns.now());
}

/** One conditional update: of two people who press at once, the second hears what the first has done. */
async function step(
	campaigns: Campaigns,
	id: string,
	name: CampaignStep,
	values: Partial<CampaignRow>,
): Promise<Result<CampaignRow>> {
	const { from, to } = campaignSteps[name];
	const [row] = await campaigns.db
		.update(campaignTable)
		.set({ ...values, ...(to && { status: to }) })
		.where(and(eq(campaignTable.id, id), inArray(campaignTable.status, [...from])))
		.returning();
	if (!row) return refuseStep(campaigns, id, name);
	campaigns.announce([{ kind: "campaign", campaignId: id, status: row.status }]);
	return accept(row);
}

const stepWords: Record<CampaignStep, string> = {
	edit: "changed",
	schedule: "scheduled",
	start: "started",
	pause: "paused",
	resume: "resumed",
	cancel: "cancelled",
};

async function refuseStep(
	campaigns: Campaigns,
	id: string,
	name: CampaignStep,
): Promise<Result<CampaignRow>> {
	const found = await findCampaign(campaigns, id);
	if (!found.ok) return found;
	const { status } = found.value;
	return refuse("precondition_failed", `This campaign is ${status}; it cannot be ${stepWords[name]}.`);
}

async function show(campaigns: Campaigns, result: Result<CampaignRow>): Promise<Result<Campaign>> {
	return result.ok ? accept(showCampaign(result.value, await loadSenderRates(campaigns))) : result;
}
