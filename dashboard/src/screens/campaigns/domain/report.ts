import type { RecipientStatus } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { CampaignCounts, CampaignOutcomes } from "@cloudpbx/contracts/campaigns/campaigns";
import { capitalise } from "../../../words/capitalise.ts";

export interface ReasonGroup {
	reason: string | null;
	errorCode: number | null;
	count: number;
}

export function groupReasons(
	{ items }: Pick<CampaignOutcomes, "items">,
	statuses: readonly RecipientStatus[],
): ReasonGroup[] {
	const groups: ReasonGroup[] = [];
	for (const { status, reason, errorCode, count } of items) {
		if (!statuses.includes(status)) continue;
		const words = reason === null ? null : capitalise(reason);
		const known = groups.find((group) => group.reason === words && group.errorCode === errorCode);
		if (known) known.count += count;
		else groups.push({ reason: words, errorCode, count });
	}
	return groups.sort((one, other) => other.count - one.count);
}

/** Recipients without a final state count as nothing. */
export function sharesOf(counts: CampaignCounts) {
	const { delivered, sent, undelivered, failed, skipped, queued, sending } = counts;
	return { delivered, sent, failed: undelivered + failed, skipped, left: queued + sending };
}
