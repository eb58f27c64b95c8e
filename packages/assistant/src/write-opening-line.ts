import { cleanWords } from "./receptionist/words/clean-words.ts";

const openingCharactersMax = 4000;

/** Returns a prompt's line about the present opening; empty when unknown. */
export function writeOpeningLine(openingText: string | undefined): string {
	if (!openingText) return "";
	return `Calendar (right where other words about hours differ): ${cleanWords(openingText, openingCharactersMax)}\n`;
}
