export interface MarkedPiece {
	text: string;
	isFound: boolean;
}

const leadCharacters = 24;

/** A text with the matches marked, cut so that the first match is near its beginning. */
export function markWords(body: string, words: string): MarkedPiece[] {
	const wanted = words.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
	if (wanted.length === 0) return [{ text: body, isFound: false }];
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join("|")})`, "giu");
	const first = body.search(pattern);
	const start = first > leadCharacters * 2 ? first - leadCharacters : 0;
	const shown = start === 0 ? body : `…${body.slice(start)}`;
	const pieces: MarkedPiece[] = [];
	let at = 0;
	for (const match of shown.matchAll(pattern)) {
		if (match.index > at) pieces.push({ text: shown.slice(at, match.index), isFound: false });
		pieces.push({ text: match[0], isFound: true });
		at = match.index + match[0].length;
	}
	if (at < shown.length) pieces.push({ text: shown.slice(at), isFound: false });
	return pieces;
}
