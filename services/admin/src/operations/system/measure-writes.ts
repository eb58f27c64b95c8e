import { serviceMarks } from "@cloudpbx/db/schema/marks";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../../context.ts";
import { percentile } from "../../domain/system/percentile.ts";

/** Enough for a p95 that one hiccup does not make, and few enough for a database that is far away. */
const writesMax = 20;
/** A database this slow has shown it with fewer. */
const measuringMillisecondsMax = 3000;

/** How long small writes take, one after another, in milliseconds; null when the database takes none. */
export async function measureWrites(ctx: Context): Promise<{ p50: number; p95: number } | null> {
	const times: number[] = [];
	try {
		const beganAt = Date.now();
		while (times.length < writesMax && Date.now() - beganAt < measuringMillisecondsMax) {
			const startedAt = Date.now();
			const at = new Date(startedAt);
			await ctx.db
				.insert(serviceMarks)
				.values({ service: "admin", name: "diagnosis", at })
				.onConflictDoUpdate({ target: [serviceMarks.service, serviceMarks.name], set: { at } });
			times.push(Date.now() - startedAt);
		}
	} catch (error) {
		log.error("writes_not_measured", { reason: describeError(error) });
		return null;
	}
	return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
