import { cleanWords } from "./receptionist/words/clean-words.ts";

/** As long as a hundred days that are otherwise make it. */
const openingCharactersMax = 4000;

/** One line of a prompt about whether it is open now; empty where nothing is known. */
export function writeOpeningLine(openingText: string | undefined): string {
	if (!openingText) return "";
	return `Calendar (right where other words about hours differ): ${cleanWords(openingText, openingCharactersMax)}\n`;
}
