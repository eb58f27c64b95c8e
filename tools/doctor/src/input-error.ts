/** What was typed cannot be understood; the message is one sentence. */
export class InputError extends Error {
	override name = "InputError";
}
