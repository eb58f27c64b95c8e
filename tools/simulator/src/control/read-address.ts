/** A raw `+` in a path may arrive as a space. */
export function readAddress(written: string): string {
	return written.replace(/^ /, "+");
}
