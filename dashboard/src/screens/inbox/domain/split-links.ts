export interface TextPiece {
	text: string;
	/** An address of the web; null for words. */
	href: string | null;
}

const address = /https?:\/\/[^\s<>"']+/giu;
/** What ends a sentence, and belongs to no address. */
const ending = /[.,;:!?)\]}…]+$/u;

/** Words, and the addresses between them. Only `http:` and `https:` lead anywhere. */
export function splitLinks(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let at = 0;
	for (const match of text.matchAll(address)) {
		const found = match[0].replace(ending, "");
		if (!isWebAddress(found)) continue;
		if (match.index > at) pieces.push({ text: text.slice(at, match.index), href: null });
		pieces.push({ text: found, href: found });
		at = match.index + found.length;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), href: null });
	return pieces;
}

function isWebAddress(text: string): boolean {
	try {
		const { protocol, hostname } = new URL(text);
		return (protocol === "http:" || protocol === "https:") && hostname.includes(".");
	} catch {
		return false;
	}
}
