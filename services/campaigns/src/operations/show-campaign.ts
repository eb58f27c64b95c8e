import type { Campaign } from "@cloudpbx/contracts/campaigns";
import { ratePerSecondDefault } from "../domain/pace.ts";
import type { CampaignRow } from "./start-campaign.ts";

/** A campaign as the API answers it. */
export function showCampaign(row: CampaignRow, senderRates: Readonly<Record<string, number>>): Campaign {
	const {
		queuedCount,
		sendingCount,
		sentCount,
		deliveredCount,
		undeliveredCount,
		failedCount,
		skippedCount,
	} = row;
	const counts = {
		queued: queuedCount,
		sending: sendingCount,
		sent: sentCount,
		delivered: deliveredCount,
		undelivered: undeliveredCount,
		failed: failedCount,
		skipped: skippedCount,
	};
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
		counts: { total: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts },
		createdBy: row.createdBy,
		createdAt: row.createdAt.toISOString(),
		startedAt: row.startedAt?.toISOString() ?? null,
		endedAt: row.endedAt?.toISOString() ?? null,
	};
}
