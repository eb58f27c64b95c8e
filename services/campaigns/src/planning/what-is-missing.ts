export const uploadWords = "Its recipients are still coming in. Try again in a moment.";

/**
 * The reason, in words, why a draft cannot be sent yet; null: it can. `change-campaign.ts` has the same rule
 * as a condition in SQL.
 */
export function whatIsMissing(campaign: {
	isComplete: boolean;
	message: string;
	queuedCount: number;
	skippedCount: number;
}): string | null {
	if (!campaign.isComplete) return uploadWords;
	if (campaign.message.trim() === "") return "This campaign has no message yet. Write one first.";
	if (campaign.queuedCount + campaign.skippedCount === 0) {
		return "This campaign has no recipients yet. Add some first.";
	}
	return null;
}
