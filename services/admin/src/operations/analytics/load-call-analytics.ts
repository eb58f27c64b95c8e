import type { AnalyticsPeriod, CallAnalytics } from "@cloudpbx/contracts/api/analytics";
import { callOutcomes } from "@cloudpbx/contracts/calls/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { callDays } from "@cloudpbx/db/schema/voice";
import { and, asc, between, ne, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { countCalls } from "../../domain/analytics/count-calls.ts";
import { countCallsOut } from "../../domain/analytics/count-calls-out.ts";
import { countExtensions } from "../../domain/analytics/count-extensions.ts";
import { daysOfPeriod, planUtcDays } from "../../domain/analytics/plan-days.ts";
import { selectSettings } from "../office/load-settings.ts";
import { openDays } from "./open-days.ts";
import { callCounts, cameIn, everyExtension, selectCallDays, type UtcDays } from "./select-counts.ts";

/** One round trip; rows read grow with the days and extensions, not with the calls. */
export async function loadCallAnalytics(ctx: Context, period: AnalyticsPeriod): Promise<CallAnalytics> {
	const { db, now } = ctx;
	const count = daysOfPeriod(period);
	const { first, edge, last } = planUtcDays(count, now);
	const both = planUtcDays(2 * count, now);
	const [settingRows, rows, edges, sums, people] = await db.batch([
		selectSettings(db, ["timeZone"]),
		selectCallDays(db, both),
		selectExtensionDays(db, { first, last: edge }),
		selectExtensionSums(db, { first: edge + 1, last }),
		selectNames(db),
	]);
	const { days, toLocal, shown } = openDays(ctx, period, settingRows);
	const names = new Map(people.map(({ ext, name }) => [ext, name]));
	return {
		...shown,
		...countCalls(
			rows.filter(({ direction }) => direction === "inbound"),
			days,
			toLocal,
		),
		callsOut: countCallsOut(
			rows.filter(({ direction }) => direction === "outbound"),
			days,
			toLocal,
		),
		extensions: countExtensions(
			{ sums: sums.map(({ extension, ...counts }) => ({ extension, counts })), edges, names },
			days,
			toLocal,
		),
	};
}

const hasExtension = ne(callDays.extension, everyExtension);

/** Quarter-hour counts of days that may contain the start of the period. */
function selectExtensionDays(db: Db, { first, last }: UtcDays) {
	return db
		.select(callCounts)
		.from(callDays)
		.where(and(between(callDays.day, first, last), hasExtension, cameIn));
}

const measures = [...callOutcomes, "open", "talk"] as const;
const sumsByMeasure = Object.fromEntries(
	measures.map((measure) => [
		measure,
		sql<number>`coalesce(sum(${callDays.counts} ->> ${sql.raw(`'$.${measure}'`)}), 0)`.as(measure),
	]),
) as Record<(typeof measures)[number], SQL.Aliased<number>>;

/** Days completely in the period are summed by the database to keep the answer small. */
function selectExtensionSums(db: Db, { first, last }: UtcDays) {
	return db
		.select({ extension: callDays.extension, ...sumsByMeasure })
		.from(callDays)
		.where(and(between(callDays.day, first, last), hasExtension, cameIn))
		.groupBy(callDays.extension);
}

/** The present owner of the keys comes last. */
function selectNames(db: Db) {
	return db
		.select({ ext: extensions.ext, name: extensions.name })
		.from(extensions)
		.orderBy(asc(ne(extensions.status, "inactive")), asc(extensions.deactivatedAt));
}
