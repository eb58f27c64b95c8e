/** End of a page: sort key and id of its last row. Opaque for callers. */
export interface Cursor {
	key: string | number;
	id: string;
}

export function encodeCursor({ key, id }: Cursor): string {
	return btoa(encodeURIComponent(JSON.stringify([key, id])))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}

/** Null for a foreign cursor or one of another sort key. */
export function decodeCursor(word: string, kind: "number" | "string"): Cursor | null {
	try {
		const text = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
		const parts: unknown = JSON.parse(decodeURIComponent(text));
		if (!Array.isArray(parts) || parts.length !== 2) return null;
		const [key, id] = parts as unknown[];
		if (typeof id !== "string" || typeof key !== kind) return null;
		return { key: key as string | number, id };
	} catch {
		return null;
	}
}
