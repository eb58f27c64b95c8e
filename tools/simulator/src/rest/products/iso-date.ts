/** `2026-11-22T12:00:00Z`. */
export function isoDate(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
