import type { CallAnalytics, CallCounts } from "@cloudpbx/contracts/api/analytics";
import { type CallOutcome, missedOutcomes } from "@cloudpbx/contracts/calls/calls";
import type { LocalQuarters } from "./local-quarters.ts";
import { dateOf, type LocalDays } from "./plan-days.ts";
import { type DayCounts, readQuarters } from "./read-quarters.ts";

export type CallReport = Pick<
	CallAnalytics,
	"days" | "hours" | "missedHours" | "receptionist" | "totals" | "previous"
>;

/** Counts days, hours and totals of a period. Rows may cover more than the period. */
export function countCalls(
	rows: readonly DayCounts[],
	{ first, count }: LocalDays,
	toLocal: LocalQuarters,
): CallReport {
	const days = Array.from({ length: count }, (_, index) => ({ date: dateOf(first + index), ...noCalls() }));
	const hours = noHours();
	const missedHours = noHours();
	const receptionist = { calls: 0, transferred: 0, voicemail: 0, informed: 0, menu: 0 };
	const totals = noCalls();
	const previous = noCalls();
	for (const row of rows) {
		for (const { day, weekday, hour, measure, count: amount } of readQuarters(row, toLocal)) {
			const ofDay = days[day - first];
			if (ofDay === undefined) {
				if (day < first && day >= first - count) addCalls(previous, measure, amount);
				continue;
			}
			addCalls(ofDay, measure, amount);
			addCalls(totals, measure, amount);
			if (isCall(measure)) addTo(hours[weekday], hour, amount);
			if (isMissed(measure)) addTo(missedHours[weekday], hour, amount);
			addToReceptionist(receptionist, measure, amount);
		}
	}
	return { days, hours, missedHours, receptionist, totals, previous };
}

export function noCalls(): CallCounts {
	return {
		total: 0,
		answered: 0,
		voicemail: 0,
		informed: 0,
		blocked: 0,
		failed: 0,
		abandoned: 0,
		talkSeconds: 0,
	};
}

/** `measure` is an outcome, `open` (no outcome yet), `talk` or `receptionist_…`. */
export function addCalls(counts: CallCounts, measure: string, amount: number): void {
	if (measure === "talk") counts.talkSeconds += amount;
	if (!isCall(measure)) return;
	counts.total += amount;
	if (measure !== "open") counts[measure as CallOutcome] += amount;
}

/** Calls in which nobody was reached and no message was left. */
export function countMissed(counts: CallCounts): number {
	return missedOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}

function noHours(): number[][] {
	return Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
}

const receptionistPrefix = "receptionist_";

function isCall(measure: string): boolean {
	return measure !== "talk" && !measure.startsWith(receptionistPrefix);
}

function isMissed(measure: string): boolean {
	return missedOutcomes.some((outcome) => outcome === measure);
}

function addToReceptionist(counts: CallReport["receptionist"], measure: string, amount: number): void {
	if (!measure.startsWith(receptionistPrefix)) return;
	counts.calls += amount;
	const result = measure.slice(receptionistPrefix.length);
	if (result !== "reached") counts[result as Exclude<keyof typeof counts, "calls">] += amount;
}

function addTo(row: number[] | undefined, index: number, amount: number): void {
	if (row) row[index] = (row[index] ?? 0) + amount;
}
