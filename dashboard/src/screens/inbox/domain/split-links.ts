export interface TextPiece {
	text: string;
	href: string | null;
}

const address = /https?:\/\/[^\s<>"']+/giu;
/** Punctuation that ends a sentence, not an address. */
const ending = /[.,;:!?)\]}…]+$/u;

/** Only `http:` and `https:` become links. */
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
