import type { Db } from "@cloudpbx/db/open-db";
import { textDays } from "@cloudpbx/db/schema/messaging";
import { callDays } from "@cloudpbx/db/schema/voice";
import { and, between, eq, type SQL, sql } from "drizzle-orm";

export interface UtcDays {
	first: number;
	last: number;
}

export const everyExtension = "";

export const callCounts = { day: callDays.day, extension: callDays.extension, counts: callDays.counts };
const directedCounts = { ...callCounts, direction: callDays.direction };
export const textCounts = { day: textDays.day, series: textDays.series, counts: textDays.counts };

/** Calls out have their own outcomes and are counted separately. */
export const cameIn = eq(callDays.direction, "inbound");

export function selectCallDays(db: Db, days: UtcDays) {
	return db
		.select(directedCounts)
		.from(callDays)
		.where(and(isCallDayOf(days), eq(callDays.extension, everyExtension)));
}

export function selectTextDays(db: Db, days: UtcDays) {
	return db.select(textCounts).from(textDays).where(isTextDayOf(days));
}

/** Lists every day, so that the index is used for each of them. */
export function isCallDayOf({ first, last }: UtcDays): SQL {
	const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
	return sql`${callDays.day} IN (SELECT value FROM json_each(${JSON.stringify(days)}))`;
}

export function isTextDayOf({ first, last }: UtcDays): SQL {
	return between(textDays.day, first, last);
}
