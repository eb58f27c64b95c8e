/** Invalid input, in one sentence. */
export class InputError extends Error {
	override name = "InputError";
}
