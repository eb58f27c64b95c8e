import { writeNumber } from "../../../../words/phone-numbers.ts";
import { writeMoment } from "../../../../words/times.ts";

export function writeValue(value: unknown): string {
	if (value === undefined) return "–";
	if (value === null || value === "") return "Nothing";
	if (value === true) return "Yes";
	if (value === false) return "No";
	if (Array.isArray(value)) return value.length === 0 ? "Nothing" : value.map(writeValue).join(", ");
	if (typeof value === "object") return JSON.stringify(value);
	const text = String(value);
	if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return writeMoment(text);
	return /^\+\d{6,15}$/.test(text) ? writeNumber(text) : text;
}
