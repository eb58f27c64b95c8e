import { readOffsetMinutes } from "@cloudpbx/domain/quiet-hours/local-time";
import * as z from "zod";

const dayMilliseconds = 24 * 3_600_000;
/** Every zone's distance from UTC is a multiple of it, also on a day that changes it. */
const quarterMilliseconds = 15 * 60_000;
const quartersOfDay = 96;

/** An ISO 8601 instant, or a day of the company, whose edges `readEdge` knows. */
export const InstantOrDay = z
	.union([z.iso.datetime({ offset: true }), z.iso.date()])
	.meta({ type: "string", example: "2026-11-22" });

/** The instant, or where the day begins in this zone, or where it is over. */
export function readEdge(text: string, edge: "start" | "end", timeZone: string): Date {
	if (text.includes("T")) return new Date(text);
	return startOfDay(Date.parse(text) + (edge === "end" ? dayMilliseconds : 0), timeZone);
}

/** `midnight` is the day's in UTC. Where the clocks change at midnight the day begins with its first quarter of an hour. */
function startOfDay(midnight: number, timeZone: string): Date {
	const target = midnight / quarterMilliseconds;
	const isBegun = (quarter: number) => quarter + readOffsetMinutes(timeZone, quarter * 15) / 15 >= target;
	let before = target - quartersOfDay;
	let from = target + quartersOfDay;
	while (from - before > 1) {
		const middle = Math.floor((before + from) / 2);
		if (isBegun(middle)) from = middle;
		else before = middle;
	}
	return new Date(from * quarterMilliseconds);
}
