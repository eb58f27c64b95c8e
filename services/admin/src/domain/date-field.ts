import * as z from "zod";
import { startOfDay } from "./start-of-day.ts";

const dayMilliseconds = 24 * 3_600_000;

/** When something begins or is over, once it is known where: a day is another time in each zone, an instant is not. */
export type Moment = (timeZone: string) => Date;

/** An ISO 8601 instant, or a day: its start, or the instant at which it is over. */
export function readMoment(edge: "start" | "end") {
	return z
		.union([z.iso.datetime({ offset: true }), z.iso.date()])
		.transform((text): Moment => {
			const at = Date.parse(text);
			if (text.includes("T")) return () => new Date(at);
			const day = at / dayMilliseconds + (edge === "end" ? 1 : 0);
			return (timeZone) => startOfDay(day, timeZone);
		})
		.meta({ type: "string", example: "2026-11-22" });
}
