import type { Context } from "hono";
import * as z from "zod";
import { InstantOrDay, listHours, readEdge } from "../../domain/lists/local-day.ts";
import type { ApiEnv } from "../../env.ts";
import { companyZone, readCompanyZone } from "../../operations/office/load-settings.ts";
import { badField } from "../../refusal-error.ts";

export const periodFields = {
	from: InstantOrDay.optional().meta({
		description: "An instant, or a day in the company's time zone from its start.",
	}),
	to: InstantOrDay.optional().meta({
		description: "An instant, or a day in the company's time zone up to its end.",
	}),
};

/** The requested period; `to` is exclusive. The route must read `companyZone`. */
export function readPeriod(
	c: Context<ApiEnv>,
	{ from, to }: { from?: string | undefined; to?: string | undefined },
) {
	const timeZone = zoneOf(c);
	return {
		from: from === undefined ? undefined : readEdge(from, "start", timeZone),
		to: to === undefined ? undefined : readEdge(to, "end", timeZone),
	};
}

export const hourFields = {
	weekday: z.coerce
		.number()
		.int()
		.min(0)
		.max(6)
		.optional()
		.meta({ description: "With `hour`, `from` and `to`: on this day of the week, 0 is Monday." }),
	hour: z.coerce
		.number()
		.int()
		.min(0)
		.max(23)
		.optional()
		.meta({ description: "With `weekday`: in this hour of the company's clocks." }),
};

/** Each week of a period is a condition of the statement. */
const hoursPeriodDaysMax = 100;

/** Undefined when no hour was requested. The route must read `companyZone`. */
export function readHours(
	c: Context<ApiEnv>,
	{ weekday, hour }: { weekday?: number | undefined; hour?: number | undefined },
	{ from, to }: ReturnType<typeof readPeriod>,
) {
	if (weekday === undefined && hour === undefined) return undefined;
	const isShort = from && to && to.getTime() - from.getTime() <= hoursPeriodDaysMax * 86_400_000;
	if (weekday === undefined || hour === undefined || !isShort) {
		const message = `An hour of the week needs weekday, hour, from and to, ${hoursPeriodDaysMax} days apart at most.`;
		throw badField({ in: "query", field: weekday === undefined ? "weekday" : "hour", message });
	}
	return listHours(from, to, { weekday, hour }, zoneOf(c));
}

function zoneOf(c: Context<ApiEnv>): string {
	return readCompanyZone(companyZone.of(c), c.env);
}
