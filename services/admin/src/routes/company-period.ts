import type { Context } from "hono";
import { readAlongside } from "../access/alongside.ts";
import { InstantOrDay, readEdge } from "../domain/local-day.ts";
import type { ApiEnv } from "../env.ts";
import { readStoredSettings, selectSettings } from "../operations/load-settings.ts";

/** What a route reads with the credential whose query has a period. */
export const companyZone = readAlongside(({ db }) => [selectSettings(db, ["timeZone"])] as const);

/** In the query of a list: instants, or days of the company. */
export const periodFields = {
	from: InstantOrDay.optional().meta({
		description: "An instant, or a day in the company's time zone from its start.",
	}),
	to: InstantOrDay.optional().meta({
		description: "An instant, or a day in the company's time zone up to its end.",
	}),
};

/** The period that was asked for; `to` is exclusive. Only in routes that read `companyZone`. */
export function readPeriod(
	c: Context<ApiEnv>,
	{ from, to }: { from?: string | undefined; to?: string | undefined },
) {
	const [rows] = companyZone.of(c);
	const { timeZone } = readStoredSettings(rows, c.env);
	return {
		from: from === undefined ? undefined : readEdge(from, "start", timeZone),
		to: to === undefined ? undefined : readEdge(to, "end", timeZone),
	};
}
