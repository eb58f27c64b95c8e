import { type LocalQuarters, quarterMilliseconds } from "./local-quarters.ts";
import { type DayCounts, readQuarters } from "./read-quarters.ts";

/** Counts calls with a voicemail on one local day, from the quarter hour of `since`. */
export function countVoicemails(
	rows: readonly DayCounts[],
	localDay: number,
	since: Date,
	toLocal: LocalQuarters,
): number {
	const firstQuarter = Math.floor(since.getTime() / quarterMilliseconds);
	let voicemails = 0;
	for (const row of rows) {
		for (const { quarter, day, measure, count } of readQuarters(row, toLocal)) {
			if (measure === "voicemail" && day === localDay && quarter >= firstQuarter) voicemails += count;
		}
	}
	return voicemails;
}
