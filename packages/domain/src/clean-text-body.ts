/**
 * The words of a text, without what is nobody's words: null bytes end a text in SQLite, other control characters and halves of
 * emoji are a program's mistake. Line breaks become `\n`; tabs stay.
 */
export function cleanTextBody(text: string): string {
	return text
		.replace(/\r\n?/g, "\n")
		.replace(/[^\P{Cc}\n\t]/gu, "")
		.toWellFormed();
}
