/** Something the person at the keyboard can fix. Shown as one sentence, without a stack trace. */
export class ArchiveError extends Error {
	override name = "ArchiveError";
}
