/** Something the person at the keyboard can mend. Its message is one sentence and is shown without a stack trace. */
export class ArchiveError extends Error {
	override name = "ArchiveError";
}
