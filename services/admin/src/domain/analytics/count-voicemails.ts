import { type LocalQuarters, quarterMilliseconds } from "./local-quarters.ts";
import { type DayCounts, readQuarters } from "./read-quarters.ts";

/** Calls of one local day in which a voicemail was left, from the quarter of an hour that holds `since` on. */
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
