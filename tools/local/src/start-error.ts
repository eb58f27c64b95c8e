/** Something the person at the keyboard can fix. Shown as one sentence, without a stack trace. */
export class StartError extends Error {
	override name = "StartError";
}
