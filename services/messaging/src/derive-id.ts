/** The same parts always make the same id: whoever does something twice does it to the same row. */
async function deriveId(prefix: "conv" | "msg", ...parts: string[]): Promise<string> {
	const bytes = new TextEncoder().encode(parts.join("\n"));
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	const hex = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	return `${prefix}_${hex}`;
}

export function conversationIdOf(contactNumber: string, ourNumber: string): Promise<string> {
	return deriveId("conv", contactNumber, ourNumber);
}

/** The one answer that the assistant may give to a contact's `sequence`-th text. */
export function replyIdOf(conversationId: string, sequence: number): Promise<string> {
	return deriveId("msg", "reply", conversationId, String(sequence));
}

/** The one thing that we ourselves say to a message about consent. */
export function confirmationIdOf(messageId: string): Promise<string> {
	return deriveId("msg", "confirmation", messageId);
}
