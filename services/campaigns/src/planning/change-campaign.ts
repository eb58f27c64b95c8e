import type { Campaign, ChangeCampaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { accept, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { campaignEvent } from "../announce-states.ts";
import type { CampaignRow } from "../campaign-row.ts";
import type { Context } from "../context.ts";
import { skipQueued } from "../outcomes/complete-campaigns.ts";
import { followTexts } from "../outcomes/follow-texts.ts";
import { loadCampaign, toCampaign } from "../reading/load-campaign.ts";
import { enqueueRun, enqueueRunAt } from "../sending/enqueue-run.ts";
import { type CampaignStep, campaignSteps } from "./campaign-states.ts";
import { refuseMessage, refusePastStart } from "./check-plan.ts";
import { chooseSender } from "./choose-sender.ts";
import { applyConsent } from "./recipients/apply-consent.ts";
import { startCampaigns } from "./start-campaign.ts";
import { whatIsMissing } from "./what-is-missing.ts";

const nextVersion = sql`${campaignTable.version} + 1`;
/** The same rule in words: `whatIsMissing`. */
const isReady = sql`is_complete = 1 AND trim(message, char(9, 10, 13, 32, 160)) <> ''
	AND queued_count + skipped_count > 0`;

/** Starts the campaign at an instant, or now. Refuses a past instant and merge fields of other systems. */
export async function scheduleCampaign(
	ctx: Context,
	id: string,
	startAt: string | null,
): Promise<Result<Campaign>> {
	const found = await loadCampaign(ctx, id);
	if (!found.ok) return found;
	const isOpen = campaignSteps.schedule.from.includes(found.value.status);
	const fault = isOpen ? (refusePastStart(startAt, ctx.now()) ?? refuseMessage(found.value.message)) : null;
	return fault ?? startAtOrNow(ctx, id, startAt);
}

/** Does not check the plan. A past instant starts it now. */
export async function startAtOrNow(
	ctx: Context,
	id: string,
	startAt: string | null,
): Promise<Result<Campaign>> {
	const instant = startAt === null ? null : new Date(startAt);
	if (instant !== null && instant > ctx.now()) {
		const scheduled = await applyStep(ctx, id, "schedule", {
			values: { startAt: instant },
			condition: isReady,
		});
		if (scheduled.ok) await enqueueRunAt(ctx, scheduled.value.fromNumber, instant);
		return toAnswer(ctx, scheduled);
	}
	const [started] = await startCampaigns(ctx, and(eq(campaignTable.id, id), isReady));
	if (!started) return toAnswer(ctx, await refuseStep(ctx, id, "start"));
	await enqueueRun(ctx, started.fromNumber);
	return toAnswer(ctx, await loadCampaign(ctx, id));
}

export async function pauseCampaign(ctx: Context, id: string): Promise<Result<Campaign>> {
	return toAnswer(ctx, await applyStep(ctx, id, "pause", { values: { reason: "Paused by hand." } }));
}

/** Earlier failures, including reports that arrived before this call, no longer count against the campaign. */
export async function resumeCampaign(ctx: Context, id: string): Promise<Result<Campaign>> {
	while (await followTexts(ctx));
	const resumed = await applyStep(ctx, id, "resume", {
		values: { reason: null, outcomesCount: 0, errorsCount: 0 },
	});
	if (resumed.ok) await enqueueRun(ctx, resumed.value.fromNumber);
	return toAnswer(ctx, resumed);
}

export async function cancelCampaign(ctx: Context, id: string): Promise<Result<Campaign>> {
	const cancelled = await applyStep(ctx, id, "cancel", { values: { endedAt: ctx.now(), reason: null } });
	if (!cancelled.ok) return cancelled;
	await skipQueued(ctx, id);
	return toAnswer(ctx, await loadCampaign(ctx, id));
}

/** Absent fields stay. A change of an old version is refused with both values. Only a draft may lack a message. */
export async function updateCampaign(
	ctx: Context,
	id: string,
	change: ChangeCampaign,
): Promise<Result<Campaign>> {
	const { version, fromNumber, startAt, ...rest } = change;
	const past = refusePastStart(startAt, ctx.now());
	if (past !== null) return past;
	const sender = fromNumber === undefined ? null : await chooseSender(ctx, fromNumber);
	if (sender && !sender.ok) return sender;
	const values = {
		...rest,
		...(sender && { fromNumber: sender.value }),
		...(startAt !== undefined && { startAt: startAt === null ? null : new Date(startAt) }),
	};
	const isEdited = Object.keys(values).length > 0 && (await applyEdit(ctx, id, values, version));
	const found = await loadCampaign(ctx, id);
	if (!found.ok) return found;
	const row = found.value;
	if (isEdited) {
		ctx.announce([campaignEvent(row)]);
		await enqueueRunFor(ctx, row);
	} else if (version !== undefined && row.version !== version) {
		const sent = { ...change, ...(sender && { fromNumber: sender.value }) };
		return refuseOldVersion(await toCampaign(ctx, row), sent);
	} else if (Object.keys(values).length > 0) {
		const fault = row.status === "scheduled" ? refuseMessage(values.message ?? "") : null;
		return fault ?? explainRefusal(row, "edit", "A campaign that is scheduled needs a message.");
	}
	return toAnswer(ctx, found);
}

export async function enqueueRunFor(
	ctx: Context,
	{ status, startAt, fromNumber }: CampaignRow,
): Promise<void> {
	if (status === "sending") await enqueueRun(ctx, fromNumber);
	if (status === "scheduled") await enqueueRunAt(ctx, fromNumber, startAt ?? ctx.now());
}

async function applyEdit(
	{ db }: Context,
	id: string,
	values: Partial<CampaignRow>,
	version: number | undefined,
): Promise<boolean> {
	const { message } = values;
	const isUnfit = message !== undefined && (message.trim() === "" || refuseMessage(message) !== null);
	const from = isUnfit ? (["draft"] as const) : campaignSteps.edit.from;
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

/** One conditional update: of two simultaneous requests one succeeds. */
async function applyStep(
	ctx: Context,
	id: string,
	name: Exclude<CampaignStep, "edit">,
	{ values, condition }: { values: Partial<CampaignRow>; condition?: SQL },
): Promise<Result<CampaignRow>> {
	const { from, to } = campaignSteps[name];
	const [row] = await ctx.db
		.update(campaignTable)
		.set({ ...values, ...(to && { status: to }), ...(name === "schedule" && { version: nextVersion }) })
		.where(and(eq(campaignTable.id, id), inArray(campaignTable.status, [...from]), condition))
		.returning();
	if (!row) return refuseStep(ctx, id, name);
	ctx.announce([campaignEvent(row)]);
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

async function refuseStep(ctx: Context, id: string, name: CampaignStep): Promise<Result<CampaignRow>> {
	const found = await loadCampaign(ctx, id);
	return found.ok ? explainRefusal(found.value, name, whatIsMissing(found.value)) : found;
}

function explainRefusal({ status }: CampaignRow, name: CampaignStep, otherwise: string | null) {
	const isState = otherwise === null || !campaignSteps[name].from.includes(status);
	return refuse(
		"precondition_failed",
		isState ? `This campaign is ${status}; it cannot be ${stepWords[name]}.` : otherwise,
	);
}

async function toAnswer(ctx: Context, result: Result<CampaignRow>): Promise<Result<Campaign>> {
	return result.ok ? accept(await toCampaign(ctx, result.value)) : result;
}
