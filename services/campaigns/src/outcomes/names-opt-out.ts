const words = "stop|unsubscribe|quit|end|cancel|alto|parar|baja|arrêt";

/** "Reply STOP", "STOP to end", "opt out", "STOP2END", and the same in Spanish and French. */
const wordings = [
	new RegExp(`(?:reply|text|txt|send|responda|envíe|escriba|répondez)\\b.{0,20}\\b(?:${words})\\b`, "iu"),
	/\bstop\b.{0,12}\b(?:opt|end|unsubscribe|quit|cancel)\b/iu,
	/\bopt[\s-]?out\b/iu,
	/\bstop ?(?:2|=|:)/iu,
];

/** The first text to a contact must say how to opt out (CTIA Messaging Principles, May 2023, 5.1). */
export function namesOptOut(message: string): boolean {
	return wordings.some((wording) => wording.test(message));
}
