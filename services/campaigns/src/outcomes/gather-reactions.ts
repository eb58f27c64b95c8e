import { positionOf } from "../derive-id.ts";

export interface Reaction {
	campaignId: string;
	position: number;
	repliedAt?: number;
	optedOutAt?: number;
}

/** A text that a recipient sent after the campaign's text. */
export interface ReceivedText {
	campaignId: string | null;
	recipientId: string | null;
	isOptOut: boolean;
	at: Date;
}

/** Returns one reaction per recipient, independent of the order of the texts. An opt-out is not a reply. */
export function gatherReactions(texts: readonly ReceivedText[]): Reaction[] {
	const reactions = new Map<string, Reaction>();
	for (const { campaignId, recipientId, isOptOut, at } of texts) {
		const position = positionOf(recipientId ?? "");
		if (campaignId === null || recipientId === null || position === null) continue;
		const reaction = reactions.get(recipientId) ?? { campaignId, position };
		const name = isOptOut ? "optedOutAt" : "repliedAt";
		reaction[name] = Math.min(reaction[name] ?? Number.POSITIVE_INFINITY, at.getTime());
		reactions.set(recipientId, reaction);
	}
	return [...reactions.values()];
}
