import { deriveId } from "@cloudpbx/kit/derive-id";

/** The text's id is derived from campaign and number, so a repeated request sends one text. */
export function messageIdOf(campaignId: string, number: string): Promise<string> {
	return deriveId("msg", "campaign", campaignId, number);
}

export function newCampaignId(): string {
	return `cmp_${crypto.randomUUID().replaceAll("-", "")}`;
}

/** Stands for the `Idempotency-Key`. Other ids with this part are other requests under the key. */
export function keyPartOf(campaignId: string): string {
	return campaignId.slice(0, "cmp_".length + 16);
}

/** Derived from the recipient's position in the campaign. */
export function recipientIdOf(campaignId: string, position: number): string {
	return `rcp_${campaignId.replace(/^cmp_/, "")}_${position}`;
}

export function positionOf(recipientId: string): number | null {
	const position = /^rcp_[0-9a-zA-Z]+_(\d{1,9})$/.exec(recipientId)?.[1];
	return position === undefined ? null : Number(position);
}
