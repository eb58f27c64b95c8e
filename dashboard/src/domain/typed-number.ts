/** The number, or the text while it is not a number or is still being typed ("0.0"). */
export function readTyped(typed: string): number | string {
	const value = Number(typed);
	return String(value) === typed ? value : typed;
}

export function numberOf(value: unknown): number | null {
	if (typeof value === "number") return value;
	if (typeof value !== "string" || !/^\s*\d+([.,]\d*)?\s*$/.test(value)) return null;
	return Number(value.replace(",", "."));
}
