import type { CampaignOutcomes } from "@cloudpbx/contracts/campaigns/campaigns";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { recipientStatuses } from "@cloudpbx/contracts/words/campaign-statuses";
import { campaignOutcomes, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { countsOf } from "@cloudpbx/db/show-campaign";
import { explainMessageError } from "@cloudpbx/twilio/message-errors";
import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { Context } from "../context.ts";
import { followTexts } from "../outcomes/follow-texts.ts";
import { unknownCampaign } from "./refusals.ts";

/** Reads groups and counts in one transaction, so they agree. Reads no recipient row. */
export async function getOutcomes(ctx: Context, id: string): Promise<Result<CampaignOutcomes>> {
	const { db } = ctx;
	await followTexts(ctx);
	const [[row], groups] = await db.batch([
		db.select().from(campaignTable).where(eq(campaignTable.id, id)),
		db
			.select()
			.from(campaignOutcomes)
			.where(and(eq(campaignOutcomes.campaignId, id), gt(campaignOutcomes.count, 0)))
			.orderBy(desc(campaignOutcomes.count), asc(campaignOutcomes.reason)),
	]);
	if (!row) return unknownCampaign;
	const counts = countsOf(row);
	const items = recipientStatuses.flatMap((status) => {
		const explained = groups.filter((group) => group.status === status);
		if (explained.length > 0) return explained.map(toOutcome);
		return counts[status] > 0 ? [{ status, reason: null, errorCode: null, count: counts[status] }] : [];
	});
	return accept({ counts, replies: row.repliesCount, optOuts: row.optOutsCount, items });
}

function toOutcome({ status, reason, errorCode, count }: typeof campaignOutcomes.$inferSelect) {
	const words = errorCode === 0 ? null : explainMessageError(errorCode).words;
	return { status, reason: reason || words, errorCode: errorCode || null, count };
}
