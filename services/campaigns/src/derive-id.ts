import { deriveId } from "@cloudpbx/kit/derive-id";

/**
 * The id of the text that a campaign sends to a number. It is derived from both, so a repeated request has
 * the same id and one text is sent.
 */
export function messageIdOf(campaignId: string, number: string): Promise<string> {
	return deriveId("msg", "campaign", campaignId, number);
}

export function newCampaignId(): string {
	return `cmp_${crypto.randomUUID().replaceAll("-", "")}`;
}

/**
 * The part of a campaign's id that stands for its `Idempotency-Key`, where the caller chose one. The rest stands for the request, so ids
 * that differ only there are different requests under one key.
 */
export function keyPartOf(campaignId: string): string {
	return campaignId.slice(0, "cmp_".length + 16);
}

/** The id of a recipient is derived from its position in the campaign. */
export function recipientIdOf(campaignId: string, position: number): string {
	return `rcp_${campaignId.replace(/^cmp_/, "")}_${position}`;
}

/** Null for an id that `recipientIdOf` did not make. */
export function positionOf(recipientId: string): number | null {
	const position = /^rcp_[0-9a-zA-Z]+_(\d{1,9})$/.exec(recipientId)?.[1];
	return position === undefined ? null : Number(position);
}
