/** Where a page ended. Callers see one opaque word. */
export type CursorKey = readonly (string | number)[];

export function encodeCursor(key: CursorKey): string {
	return btoa(JSON.stringify(key)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Null when the word is not one of ours, or of another list. `kinds` are the types of its parts. */
export function decodeCursor(word: string, ...kinds: ("number" | "string")[]): CursorKey | null {
	try {
		const parts: unknown = JSON.parse(atob(word.replaceAll("-", "+").replaceAll("_", "/")));
		if (!Array.isArray(parts) || parts.length !== kinds.length) return null;
		return parts.every((part, index) => typeof part === kinds[index]) ? (parts as CursorKey) : null;
	} catch {
		return null;
	}
}
