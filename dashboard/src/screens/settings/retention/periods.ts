import type { WholeSettings } from "@cloudpbx/contracts/office/settings";
import type { Choice } from "../../../parts/forms/field.ts";
import { countOf } from "../../../words/counts.ts";

export type RetentionField = "recordingRetentionDays" | "textRetentionDays" | "auditRetentionDays";
const retentionFields: RetentionField[] = [
	"recordingRetentionDays",
	"textRetentionDays",
	"auditRetentionDays",
];

const yearDays = 365;
const usual = [30, 90, 180, yearDays, 2 * yearDays, 3 * yearDays, 7 * yearDays, 10 * yearDays];
export const otherPeriod = "other";

/** "90 days", "1 year", "For Good". */
export function formatPeriod(days: number): string {
	if (days === 0) return "For Good";
	const years = days / yearDays;
	return Number.isInteger(years)
		? countOf(years, { one: "year", other: "years" })
		: countOf(days, { one: "day", other: "days" });
}

/** Usual periods from the minimum on; 0 keeps for good. */
export function periodChoices(min: number): Choice[] {
	const days = min === 0 ? [0, ...usual] : usual.filter((one) => one >= min);
	return [
		...days.map((one) => ({ value: String(one), label: formatPeriod(one) })),
		{ value: otherPeriod, label: "Other…" },
	];
}

export function periodOf(days: unknown, min: number): string {
	const value = String(days);
	return periodChoices(min).some((one) => one.value === value) ? value : otherPeriod;
}

export type Lowered = Partial<Record<RetentionField, number>>;

/** Only a lower number deletes anything. */
export function findLowered(
	stored: Pick<WholeSettings, RetentionField>,
	chosen: Record<RetentionField, unknown>,
): Lowered {
	const lowered = retentionFields.flatMap((field) => {
		const days = chosen[field];
		if (typeof days !== "number" || !Number.isInteger(days) || days <= 0) return [];
		const isLess = stored[field] === 0 || days < stored[field];
		return isLess ? [[field, days] as const] : [];
	});
	return Object.fromEntries(lowered);
}
