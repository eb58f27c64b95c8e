import type { CallAnalytics } from "@cloudpbx/contracts/api/analytics";
import type { LocalQuarters } from "./local-quarters.ts";
import type { LocalDays } from "./plan-days.ts";
import { type DayCounts, readQuarters } from "./read-quarters.ts";

/** Counts calls out of a period. Rows may cover more than the period. */
export function countCallsOut(
	rows: readonly DayCounts[],
	{ first, count }: LocalDays,
	toLocal: LocalQuarters,
): CallAnalytics["callsOut"] {
	const counts = { total: 0, answered: 0, talkSeconds: 0 };
	for (const row of rows) {
		for (const { day, measure, count: amount } of readQuarters(row, toLocal)) {
			if (day < first || day >= first + count || measure.startsWith("receptionist_")) continue;
			if (measure === "talk") counts.talkSeconds += amount;
			else counts.total += amount;
			if (measure === "answered") counts.answered += amount;
		}
	}
	return counts;
}
