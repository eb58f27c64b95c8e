export const uploadWords = "Its recipients are still coming in. Try again in a moment.";

/** Why a draft cannot be sent yet, in words; null: it can. `change-campaign.ts` has the same as a condition in SQL. */
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
