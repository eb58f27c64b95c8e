import { formatNumber } from "../../../../words/phone-numbers.ts";
import { formatMoment } from "../../../../words/times.ts";

export function formatValue(value: unknown): string {
	if (value === undefined) return "–";
	if (value === null || value === "") return "Nothing";
	if (value === true) return "Yes";
	if (value === false) return "No";
	if (Array.isArray(value)) return value.length === 0 ? "Nothing" : value.map(formatValue).join(", ");
	if (typeof value === "object") return JSON.stringify(value);
	const text = String(value);
	if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return formatMoment(text);
	return /^\+\d{6,15}$/.test(text) ? formatNumber(text) : text;
}
