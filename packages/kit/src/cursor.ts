/** The last row of a page. Encoded, it is opaque to callers. */
export type CursorKey = readonly (string | number)[];

/** Encodes a page's last row for URLs. */
export function encodeCursor(key: CursorKey): string {
	return btoa(JSON.stringify(key)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Null for a word that `encodeCursor` did not make, or of another list. `kinds` are the types of the parts. */
export function decodeCursor(word: string, ...kinds: ("number" | "string")[]): CursorKey | null {
	try {
		const parts: unknown = JSON.parse(atob(word.replaceAll("-", "+").replaceAll("_", "/")));
		if (!Array.isArray(parts) || parts.length !== kinds.length) return null;
		return parts.every((part, index) => typeof part === kinds[index]) ? (parts as CursorKey) : null;
	} catch {
		return null;
	}
}
