import type { CallAnalytics, TextAnalytics } from "@cloudpbx/contracts/api/analytics";
import { changeOf } from "../../words/changes.ts";
import { countOf, formatInteger, formatShare } from "../../words/counts.ts";
import { formatHour, formatWeekday } from "../../words/times.ts";

/** The finding of a period in one sentence. A percentage never stands without its base. */

export function describeCalls({ totals, previous, days }: CallAnalytics): string {
	return describeChange(
		{ many: "Calls", one: "call", other: "calls" },
		totals.total,
		previous.total,
		days.length,
	);
}

export function describeTexts({ totals, previous, days }: TextAnalytics): string {
	const sum = ({ received, sent }: { received: number; sent: number }) => received + sent;
	return describeChange(
		{ many: "Texts", one: "text", other: "texts" },
		sum(totals),
		sum(previous),
		days.length,
	);
}

function describeChange(
	words: { many: string; one: string; other: string },
	now: number,
	before: number,
	days: number,
): string {
	const period = `the ${days} days before`;
	if (now === 0 && before === 0) return `No ${words.other} in the last ${days} days`;
	if (before === 0) return `${countOf(now, words)} in ${days} days, none in ${period}`;
	const { direction, percent } = changeOf(now, before);
	if (direction === "same") return `${words.many} are as many as in ${period}: ${formatInteger(now)}`;
	const were = before === 1 ? "was 1" : `were ${formatInteger(before)}`;
	return `${words.many} are ${direction} ${percent} against ${period}: ${formatInteger(now)}, ${were}`;
}

export function describeAnswered({ totals }: CallAnalytics): string {
	const { total, answered } = totals;
	if (total === 0) return "";
	const missed = totals.abandoned + totals.failed;
	return `${formatShare(answered, total)} were answered (${formatInteger(answered)} of ${formatInteger(total)}), ${formatInteger(missed)} missed.`;
}

export function describeBusiest(
	hours: readonly number[][],
	forms: { one: string; other: string },
	verb: "is busiest" | "misses most",
): string | null {
	const most = Math.max(0, ...hours.flat());
	if (most === 0) return null;
	const day = hours.findIndex((row) => row.includes(most));
	const hour = hours[day]?.indexOf(most) ?? 0;
	return `${formatWeekday(day, "long")} at ${formatHour(hour)} ${verb}: ${countOf(most, forms)}`;
}

export function describeResponses({ responses }: TextAnalytics): string {
	const { within1Minute, within5Minutes, within1Hour, later, never } = responses;
	const all = within1Minute + within5Minutes + within1Hour + later + never;
	if (all === 0) return "No text has needed an answer yet";
	return `Answered within 5 min: ${formatShare(within1Minute + within5Minutes, all)} of ${formatInteger(all)}`;
}

export function describeAssistant({ totals }: TextAnalytics): string {
	const { byAssistant, byPeople } = totals;
	const answers = byAssistant + byPeople;
	if (answers === 0) return "Nobody has answered a text yet";
	return `The assistant wrote ${formatShare(byAssistant, answers)} of ${countOf(answers, { one: "answer", other: "answers" })}`;
}

export function describeDelivered({ totals }: TextAnalytics): string {
	const { sent, delivered } = totals;
	if (sent === 0) return "No text has been sent yet";
	return `${formatShare(delivered, sent)} of ${countOf(sent, { one: "text", other: "texts" })} reached the telephone`;
}

/** The daily average without today, which is not over. Null for a single day. */
export function averageOf(totals: readonly number[]): number | null {
	const over = totals.slice(0, -1);
	return over.length === 0 ? null : over.reduce((sum, value) => sum + value, 0) / over.length;
}
