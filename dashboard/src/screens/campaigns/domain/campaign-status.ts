import type { Campaign, CampaignCounts } from "@cloudpbx/contracts/campaigns/campaigns";
import { campaignStatusWords, type Status } from "../../../words/statuses.ts";

/** Texts without a final state: being sent, or accepted by the carrier without a delivery report. */
export function countUnsettled({ sending, sent }: CampaignCounts): number {
	return sending + sent;
}

/** A completed campaign still counts as sending while texts have no final state. */
export function campaignStatusOf({ status, counts }: Pick<Campaign, "status" | "counts">): Status {
	if (status === "completed" && countUnsettled(counts) > 0) return { word: "All Sent", tone: "busy" };
	return campaignStatusWords[status];
}

export function countDone({ total, queued, sending }: CampaignCounts): number {
	return total - queued - sending;
}

export function countTexted({ total, skipped }: CampaignCounts): number {
	return total - skipped;
}
