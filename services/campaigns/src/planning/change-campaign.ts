import type { Campaign, ChangeCampaign } from "@cloudpbx/contracts/campaigns";
import { accept, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { campaignEvent } from "../announce-states.ts";
import type { Campaigns } from "../open-campaigns.ts";
import { applyConsent } from "../outcomes/apply-consent.ts";
import { skipQueued } from "../outcomes/complete-campaigns.ts";
import { followTexts } from "../outcomes/follow-texts.ts";
import { findCampaign, loadSenderRates } from "../reading/read-campaigns.ts";
import { showCampaign } from "../reading/show-campaign.ts";
import { enqueueRun, enqueueRunAt } from "../sending/enqueue-run.ts";
import { type CampaignStep, campaignSteps } from "./campaign-states.ts";
import { findSender } from "./find-sender.ts";
import { type CampaignRow, startCampaigns } from "./start-campaign.ts";
import { whatIsMissing } from "./what-is-missing.ts";

const nextVersion = sql`${campaignTable.version} + 1`;
/** Complete, with a message and with recipients. `whatIsMissing` is the same rule in words. */
const isReady = sql`is_complete = 1 AND trim(message, char(9, 10, 13, 32, 160)) <> ''
	AND queued_count + skipped_count > 0`;

/** Starts it at an instant, or now (null, or an instant that is over). */
export async function scheduleCampaign(
	campaigns: Campaigns,
	id: string,
	startAt: string | null,
): Promise<Result<Campaign>> {
	const instant = startAt === null ? null : new Date(startAt);
	if (instant !== null && instant > campaigns.now()) {
		const scheduled = await step(campaigns, id, "schedule", { startAt: instant }, isReady);
		if (scheduled.ok) await enqueueRunAt(campaigns, scheduled.value.fromNumber, instant);
		return show(campaigns, scheduled);
	}
	const [started] = await startCampaigns(campaigns, and(eq(campaignTable.id, id), isReady));
	if (!started) return show(campaigns, await refuseStep(campaigns, id, "start"));
	await enqueueRun(campaigns, started.fromNumber);
	return show(campaigns, await findCampaign(campaigns, id));
}

export async function pauseCampaign(campaigns: Campaigns, id: string): Promise<Result<Campaign>> {
	return show(campaigns, await step(campaigns, id, "pause", { reason: "Paused by hand." }));
}

/** What went wrong before, and whatever the carrier has told about it by now, does not count against it any more. */
export async function resumeCampaign(campaigns: Campaigns, id: string): Promise<Result<Campaign>> {
	while (await followTexts(campaigns));
	const resumed = await step(campaigns, id, "resume", { reason: null, outcomesCount: 0, errorsCount: 0 });
	if (resumed.ok) await enqueueRun(campaigns, resumed.value.fromNumber);
	return show(campaigns, resumed);
}

export async function cancelCampaign(campaigns: Campaigns, id: string): Promise<Result<Campaign>> {
	const cancelled = await step(campaigns, id, "cancel", { endedAt: campaigns.now(), reason: null });
	if (!cancelled.ok) return cancelled;
	await skipQueued(campaigns, id);
	return show(campaigns, await findCampaign(campaigns, id));
}

/**
 * Fields that are absent stay as they are. A change that names an old version is refused with both values. Only a draft may have
 * an empty message.
 */
export async function updateCampaign(
	campaigns: Campaigns,
	id: string,
	change: ChangeCampaign,
): Promise<Result<Campaign>> {
	const { version, fromNumber, startAt, ...rest } = change;
	const sender = fromNumber === undefined ? null : await findSender(campaigns, fromNumber);
	if (sender && !sender.ok) return sender;
	const values = {
		...rest,
		...(sender && { fromNumber: sender.value }),
		...(startAt !== undefined && { startAt: startAt === null ? null : new Date(startAt) }),
	};
	const isEdited = Object.keys(values).length > 0 && (await edit(campaigns, id, values, version));
	const found = await findCampaign(campaigns, id);
	if (!found.ok) return found;
	const row = found.value;
	if (isEdited) {
		campaigns.announce([campaignEvent(row)]);
		await wakeFor(campaigns, row);
	} else if (version !== undefined && row.version !== version) {
		const sent = { ...change, ...(sender && { fromNumber: sender.value }) };
		return refuseOldVersion(showCampaign(row, await loadSenderRates(campaigns)), sent);
	} else if (Object.keys(values).length > 0) {
		return explainRefusal(row, "edit", "A campaign that is scheduled needs a message.");
	}
	return show(campaigns, found);
}

/** A queue message for when it starts, or at once for one that is on its way. Nothing for a draft, or for what is over. */
export async function wakeFor(
	campaigns: Campaigns,
	{ status, startAt, fromNumber }: CampaignRow,
): Promise<void> {
	if (status === "sending") await enqueueRun(campaigns, fromNumber);
	if (status === "scheduled") await enqueueRunAt(campaigns, fromNumber, startAt ?? campaigns.now());
}

/** One transaction: the rule about consent and the recipients that it concerns change together. */
async function edit(
	{ db }: Campaigns,
	id: string,
	values: Partial<CampaignRow>,
	version: number | undefined,
): Promise<boolean> {
	const from = values.message?.trim() === "" ? (["draft"] as const) : campaignSteps.edit.from;
	const isEditable = and(
		eq(campaignTable.id, id),
		inArray(campaignTable.status, [...from]),
		version === undefined ? undefined : eq(campaignTable.version, version),
	);
	const consent =
		values.requireConsent === undefined
			? []
			: applyConsent(id, values.requireConsent, sql`EXISTS (SELECT 1 FROM campaigns WHERE ${isEditable})`);
	const results = await runBatch(db, [
		...consent,
		db
			.update(campaignTable)
			.set({ ...values, version: nextVersion })
			.where(isEditable)
			.returning({ id: campaignTable.id }),
	]);
	return results.at(-1)?.length === 1;
}

/** One conditional update: of two people who press at once, the second hears what the first has done. */
async function step(
	campaigns: Campaigns,
	id: string,
	name: Exclude<CampaignStep, "edit">,
	values: Partial<CampaignRow>,
	condition?: SQL,
): Promise<Result<CampaignRow>> {
	const { from, to } = campaignSteps[name];
	const [row] = await campaigns.db
		.update(campaignTable)
		.set({ ...values, ...(to && { status: to }), ...(name === "schedule" && { version: nextVersion }) })
		.where(and(eq(campaignTable.id, id), inArray(campaignTable.status, [...from]), condition))
		.returning();
	if (!row) return refuseStep(campaigns, id, name);
	campaigns.announce([campaignEvent(row)]);
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
	return found.ok ? explainRefusal(found.value, name, whatIsMissing(found.value)) : found;
}

/** `otherwise` is the reason if the state allows the step. */
function explainRefusal({ status }: CampaignRow, name: CampaignStep, otherwise: string | null) {
	const isState = otherwise === null || !campaignSteps[name].from.includes(status);
	return refuse(
		"precondition_failed",
		isState ? `This campaign is ${status}; it cannot be ${stepWords[name]}.` : otherwise,
	);
}

async function show(campaigns: Campaigns, result: Result<CampaignRow>): Promise<Result<Campaign>> {
	return result.ok ? accept(showCampaign(result.value, await loadSenderRates(campaigns))) : result;
}
