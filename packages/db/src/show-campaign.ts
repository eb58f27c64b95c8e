import type { Campaign, CampaignCounts } from "@cloudpbx/contracts/campaigns/campaigns";
import { ratePerSecondDefault } from "@cloudpbx/contracts/words/setting-limits";
import type { campaigns } from "./schema/campaigns.ts";

type CampaignRow = typeof campaigns.$inferSelect;

/** The campaign as every Worker shows it. A missing rate is the sender's, or the default. */
export function showCampaign(row: CampaignRow, senderRates: Readonly<Record<string, number>>): Campaign {
	return {
		id: row.id,
		name: row.name,
		message: row.message,
		status: row.status,
		reason: row.reason,
		fromNumber: row.fromNumber,
		startAt: row.startAt?.toISOString() ?? null,
		quietHours: row.quietHours,
		ratePerSecond: row.ratePerSecond ?? senderRates[row.fromNumber] ?? ratePerSecondDefault,
		requireConsent: row.requireConsent,
		counts: countsOf(row),
		replies: row.repliesCount,
		optOuts: row.optOutsCount,
		version: row.version,
		createdBy: row.createdBy,
		createdAt: row.createdAt.toISOString(),
		startedAt: row.startedAt?.toISOString() ?? null,
		endedAt: row.endedAt?.toISOString() ?? null,
	};
}

/** Recipients by state, and their total. */
export function countsOf(row: CampaignRow): CampaignCounts {
	const counts = {
		queued: row.queuedCount,
		sending: row.sendingCount,
		sent: row.sentCount,
		delivered: row.deliveredCount,
		undelivered: row.undeliveredCount,
		failed: row.failedCount,
		skipped: row.skippedCount,
	};
	return { total: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts };
}
