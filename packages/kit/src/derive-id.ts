/** Equal parts give equal ids. The first part names the kind of id and never comes from outside. */
export async function deriveId(prefix: "call" | "conv" | "msg" | "ntc", ...parts: string[]): Promise<string> {
	const bytes = new TextEncoder().encode(parts.join("\n"));
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	const hex = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	return `${prefix}_${hex}`;
}

/** The id of a text under its sender's own id. It never equals the id of any other text. */
export function sentMessageIdOf(
	sender: { kind: string; id: string | null },
	chosenId: string,
): Promise<string> {
	return deriveId("msg", "sent", sender.kind, sender.id ?? "", chosenId);
}

/** The same for a call out. */
export function placedCallIdOf(
	caller: { kind: string; id: string | null },
	chosenId: string,
): Promise<string> {
	return deriveId("call", "placed", caller.kind, caller.id ?? "", chosenId);
}
