/** The same parts always make the same id, so a repeated operation changes the same row. */
async function deriveId(prefix: "conv" | "msg", ...parts: string[]): Promise<string> {
	const bytes = new TextEncoder().encode(parts.join("\n"));
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	const hex = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	return `${prefix}_${hex}`;
}

export function conversationIdOf(contactNumber: string, ourNumber: string): Promise<string> {
	return deriveId("conv", contactNumber, ourNumber);
}

/** The id of the assistant's only answer to a contact's text number `sequence`. */
export function replyIdOf(conversationId: string, sequence: number): Promise<string> {
	return deriveId("msg", "reply", conversationId, String(sequence));
}

/** The id of our only answer to a message about consent. */
export function confirmationIdOf(messageId: string): Promise<string> {
	return deriveId("msg", "confirmation", messageId);
}
