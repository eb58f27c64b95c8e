import { formatInteger } from "../words/counts.ts";
import type { Fields } from "./form-draft.ts";
import { numberOf } from "./typed-number.ts";

/** Reads whole numbers from typed values. Returns faults for values that are no number or out of limits. */
export function checkNumbers(
	typed: Fields,
	limits: Readonly<Record<string, { min: number; max: number }>>,
): { values: Fields; faults: Record<string, string> } {
	const values = { ...typed };
	const faults: Record<string, string> = {};
	for (const [field, { min, max }] of Object.entries(limits)) {
		if (!(field in typed)) continue;
		const number = numberOf(typed[field]);
		if (number !== null && Number.isInteger(number) && number >= min && number <= max) values[field] = number;
		else faults[field] = `A whole number from ${formatInteger(min)} to ${formatInteger(max)}.`;
	}
	return { values, faults };
}
