import type { Campaign, CampaignCounts } from "@cloudpbx/contracts/campaigns/campaigns";
import { campaignStatusWords, type Status } from "../../../words/statuses.ts";

/** Texts of which nothing final is known: on their way, or taken by the carrier without a word on their delivery. */
export function countUnsettled({ sending, sent }: CampaignCounts): number {
	return sending + sent;
}

/** In words. Nothing is completed while something may still come of its texts. */
export function campaignStatusOf({ status, counts }: Pick<Campaign, "status" | "counts">): Status {
	if (status === "completed" && countUnsettled(counts) > 0) return { word: "All Sent", tone: "busy" };
	return campaignStatusWords[status];
}

/** Those who are done with, whatever came of it. */
export function countDone({ total, queued, sending }: CampaignCounts): number {
	return total - queued - sending;
}

/** Those who were not left out. */
export function countTexted({ total, skipped }: CampaignCounts): number {
	return total - skipped;
}
