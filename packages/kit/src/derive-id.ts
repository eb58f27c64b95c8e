/**
 * The same parts always make the same id, so that a repeated operation changes the same row. The first part names what the id is
 * of: ids of different things never meet, and a part that comes from outside is never the first one.
 */
export async function deriveId(prefix: "call" | "conv" | "msg" | "ntc", ...parts: string[]): Promise<string> {
	const bytes = new TextEncoder().encode(parts.join("\n"));
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	const hex = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	return `${prefix}_${hex}`;
}

/**
 * The id of a text that a person or a key sends under an id of their own choice. Nobody can choose it so that it is the id of
 * another sender's text, of a campaign's or of the assistant's.
 */
export function sentMessageIdOf(
	sender: { kind: string; id: string | null },
	chosenId: string,
): Promise<string> {
	return deriveId("msg", "sent", sender.kind, sender.id ?? "", chosenId);
}

/** The same of a call out. */
export function placedCallIdOf(
	caller: { kind: string; id: string | null },
	chosenId: string,
): Promise<string> {
	return deriveId("call", "placed", caller.kind, caller.id ?? "", chosenId);
}
