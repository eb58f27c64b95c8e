import type { CampaignProgress } from "@cloudpbx/contracts/campaigns/campaigns";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { readSettings } from "@cloudpbx/contracts/office/settings";
import {
	campaignRecipients,
	campaignSenders,
	campaigns as campaignTable,
} from "@cloudpbx/db/schema/campaigns";
import { showCampaign } from "@cloudpbx/db/show-campaign";
import { plannedMilliseconds } from "@cloudpbx/domain/pacing/slot-book";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { followTexts } from "../outcomes/follow-texts.ts";
import { paceWords } from "../outcomes/pace-words.ts";
import { slotMilliseconds } from "../sending/pace.ts";
import { selectCampaign } from "./load-campaign.ts";
import { unknownCampaign } from "./refusals.ts";
import { selectSenderRates } from "./sending-settings.ts";

export async function getCampaign(ctx: Context, id: string): Promise<Result<CampaignProgress>> {
	await followTexts(ctx);
	const [[row], rateRows, [queued], [sender]] = await ctx.db.batch([
		selectCampaign(ctx, id),
		selectSenderRates(ctx),
		selectNextDue(ctx, id),
		selectSender(ctx, id),
	]);
	if (!row) return unknownCampaign;
	const at = ctx.now();
	const rates = readSettings(rateRows).senderRates;
	const dueAt = queued?.dueAt ?? 0;
	const heldUntil = dueAt > at.getTime() ? new Date(dueAt) : null;
	const { takenCount, firstTakenAt, lastTakenAt } = row;
	const seconds = ((lastTakenAt?.getTime() ?? 0) - (firstTakenAt?.getTime() ?? 0)) / 1000;
	const pace = {
		fromNumber: row.fromNumber,
		chosenPerSecond: row.ratePerSecond ?? rates[row.fromNumber] ?? null,
		slowness: 1,
	};
	const { segments } = countSegments(row.message);
	const remaining =
		(row.queuedCount + row.sendingCount) * plannedMilliseconds(slotMilliseconds(pace, segments));
	const goesOnAt = Math.max(at.getTime(), row.quietHours && heldUntil ? heldUntil.getTime() : 0);
	const campaign = showCampaign(row, rates);
	return accept({
		...campaign,
		pace: row.status === "sending" ? paceWords(sender ?? null, campaign.ratePerSecond, at.getTime()) : null,
		achievedPerSecond:
			takenCount > 1 && seconds > 0 ? Math.round(((takenCount - 1) / seconds) * 1000) / 1000 : null,
		forecastEndAt: row.forecastEndAt?.toISOString() ?? null,
		expectedEndAt: row.status === "sending" ? new Date(goesOnAt + remaining).toISOString() : null,
		heldUntil: heldUntil?.toISOString() ?? null,
	});
}

function selectSender({ db }: Context, id: string) {
	return db
		.select(getTableColumns(campaignSenders))
		.from(campaignSenders)
		.innerJoin(campaignTable, eq(campaignTable.fromNumber, campaignSenders.number))
		.where(eq(campaignTable.id, id));
}

function selectNextDue({ db }: Context, id: string) {
	const { campaignId, status, dueAt } = campaignRecipients;
	return db
		.select({ dueAt: sql<number | null>`min(${dueAt})` })
		.from(campaignRecipients)
		.where(and(eq(campaignId, id), eq(status, "queued")));
}
