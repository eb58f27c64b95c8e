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
import { openLocalQuarters } from "../../domain/analytics/local-quarters.ts";
import { daysOfPeriod, planDays, planUtcDays } from "../../domain/analytics/plan-days.ts";
import { readStoredSettings, selectSettings } from "../office/load-settings.ts";
import { callCounts, cameIn, everyExtension, selectCallDays, type UtcDays } from "./select-counts.ts";

/**
 * Calls of a period and of the one before it. One round trip; what it reads grows with the days and the extensions that had
 * calls, not with the calls.
 */
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
	const { timeZone } = readStoredSettings(settingRows, ctx.env);
	const toLocal = openLocalQuarters(timeZone);
	const days = planDays(count, toLocal, now);
	const names = new Map(people.map(({ ext, name }) => [ext, name]));
	return {
		period,
		timeZone,
		from: days.from.toISOString(),
		to: days.to.toISOString(),
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

/** A day on which a period may begin, by the quarter. */
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

/** Days that lie in the period as a whole are summed where they are: a quarter of an hour of each would be a long answer. */
function selectExtensionSums(db: Db, { first, last }: UtcDays) {
	return db
		.select({ extension: callDays.extension, ...sumsByMeasure })
		.from(callDays)
		.where(and(between(callDays.day, first, last), hasExtension, cameIn))
		.groupBy(callDays.extension);
}

/** The latest owner of the keys comes last, the present one after that. */
function selectNames(db: Db) {
	return db
		.select({ ext: extensions.ext, name: extensions.name })
		.from(extensions)
		.orderBy(asc(ne(extensions.status, "inactive")), asc(extensions.deactivatedAt));
}
