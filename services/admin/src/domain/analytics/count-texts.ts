import type { ResponseCounts, TextAnalytics, TextCounts } from "@cloudpbx/contracts/api/analytics";
import type { MessageAuthor, ResponseBucket, textSeries } from "@cloudpbx/contracts/texts/messages";
import type { LocalQuarters } from "./local-quarters.ts";
import { dateOf, type LocalDays } from "./plan-days.ts";
import { type DayCounts, readQuarters } from "./read-quarters.ts";

export type TextReport = Pick<TextAnalytics, "days" | "responses" | "totals" | "previous">;
type Series = (typeof textSeries)[number];

/** Counts days and totals of a period. Rows may cover more than the period. */
export function countTexts(
	rows: readonly (DayCounts & { series: Series })[],
	{ first, count }: LocalDays,
	toLocal: LocalQuarters,
): TextReport {
	const days = Array.from({ length: count }, (_, index) => ({ date: dateOf(first + index), ...noTexts() }));
	const responses: ResponseCounts = {
		within1Minute: 0,
		within5Minutes: 0,
		within1Hour: 0,
		later: 0,
		never: 0,
	};
	const totals = noTexts();
	const previous = noTexts();
	for (const row of rows) {
		for (const { day, measure, count: amount } of readQuarters(row, toLocal)) {
			const ofDay = days[day - first];
			if (ofDay !== undefined) {
				addTexts(ofDay, row.series, measure, amount);
				addTexts(totals, row.series, measure, amount);
				if (row.series === "answers") responses[measure as ResponseBucket] += amount;
			} else if (day < first && day >= first - count) {
				addTexts(previous, row.series, measure, amount);
			}
		}
	}
	return { days, responses, totals, previous };
}

function noTexts(): TextCounts {
	return {
		received: 0,
		sent: 0,
		delivered: 0,
		undelivered: 0,
		failed: 0,
		refused: 0,
		byAssistant: 0,
		byPeople: 0,
		byCampaigns: 0,
		bySystem: 0,
		optOuts: 0,
		optIns: 0,
	};
}

const shares = {
	assistant: "byAssistant",
	person: "byPeople",
	campaign: "byCampaigns",
	system: "bySystem",
} as const satisfies Record<Exclude<MessageAuthor, "contact">, keyof TextCounts>;

function addTexts(counts: TextCounts, series: Series, measure: string, amount: number): void {
	if (series === "answers") return;
	if (series === "consent") {
		counts[measure === "opt_out" ? "optOuts" : "optIns"] += amount;
		return;
	}
	counts[measure as "received" | "sent" | "delivered" | "undelivered" | "failed" | "refused"] += amount;
	if (measure === "sent" && series !== "contact") counts[shares[series]] += amount;
}
