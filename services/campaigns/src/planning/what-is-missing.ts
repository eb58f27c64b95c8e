export const uploadWords = "Its recipients are still coming in. Try again in a moment.";

/** Why a draft cannot be sent yet, in words; null: it can. The same rule in SQL: `change-campaign.ts`. */
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
