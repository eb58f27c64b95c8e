import { serviceMarks } from "@cloudpbx/db/schema/marks";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../../context.ts";
import { percentile } from "../../domain/system/percentile.ts";

/** Enough for a stable p95, few enough for a distant database. */
const writesMax = 20;
const measuringMillisecondsMax = 3000;

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
