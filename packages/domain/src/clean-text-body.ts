/** Removes control characters (a null byte ends a text in SQLite) and halves of emoji. */
export function cleanTextBody(text: string): string {
	return text
		.replace(/\r\n?/g, "\n")
		.replace(/[^\P{Cc}\n\t]/gu, "")
		.toWellFormed();
}
