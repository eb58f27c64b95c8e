import * as z from "zod";

const dayMilliseconds = 24 * 3_600_000;

/** An ISO 8601 instant, or a day in UTC: its start, or the instant at which it is over. */
export function readInstant(edge: "start" | "end") {
	return z
		.union([z.iso.datetime({ offset: true }), z.iso.date()])
		.transform((text) => {
			const at = Date.parse(text);
			const isDay = !text.includes("T");
			return new Date(isDay && edge === "end" ? at + dayMilliseconds : at);
		})
		.meta({ type: "string", example: "2026-11-22" });
}
