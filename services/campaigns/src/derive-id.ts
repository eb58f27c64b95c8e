/**
 * The id of the text that a campaign sends to a number: the same campaign and number always make the same id, so that however
 * often anybody asks for it, it is one text.
 */
export async function messageIdOf(campaignId: string, number: string): Promise<string> {
	const bytes = new TextEncoder().encode(`campaign\n${campaignId}\n${number}`);
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	const hex = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	return `msg_${hex}`;
}

export function newCampaignId(): string {
	return `cmp_${crypto.randomUUID().replaceAll("-", "")}`;
}

/** Recipients are known by their place in their campaign. */
export function recipientIdOf(campaignId: string, position: number): string {
	return `rcp_${campaignId.replace(/^cmp_/, "")}_${position}`;
}

/** Null for an id of somebody else's making. */
export function positionOf(recipientId: string): number | null {
	const position = /^rcp_[0-9a-zA-Z]+_(\d{1,9})$/.exec(recipientId)?.[1];
	return position === undefined ? null : Number(position);
}
