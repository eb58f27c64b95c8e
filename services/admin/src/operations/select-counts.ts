import { readSettings } from "@cloudpbx/contracts/settings";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { textDays } from "@cloudpbx/db/schema/messaging";
import { callDays } from "@cloudpbx/db/schema/voice";
import { and, between, eq, inArray, sql } from "drizzle-orm";

/** UTC days, counted since 1970. */
export interface UtcDays {
	first: number;
	last: number;
}

/** In `extension` of `call_days`: all calls, with and without one. */
export const everyExtension = "";

/** Statements, not answers: an operation puts them into its one batch. */
export function selectTimeZone(db: Db) {
	return db
		.select({ key: settings.key, value: settings.value })
		.from(settings)
		.where(eq(settings.key, "timeZone"));
}

export function readTimeZone(rows: readonly { key: string; value: unknown }[]): string {
	return readSettings(rows).timeZone;
}

/** Of these extensions. The days are named one by one: each is then found in the index, whatever lies between them. */
export function selectCallDays(db: Db, { first, last }: UtcDays, extensions: readonly string[]) {
	const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
	return db
		.select({ day: callDays.day, extension: callDays.extension, counts: callDays.counts })
		.from(callDays)
		.where(
			and(
				inArray(callDays.day, sql`(SELECT value FROM json_each(${JSON.stringify(days)}))`),
				inArray(callDays.extension, sql`(SELECT value FROM json_each(${JSON.stringify(extensions)}))`),
			),
		);
}

export function selectTextDays(db: Db, { first, last }: UtcDays) {
	return db
		.select({ day: textDays.day, series: textDays.series, counts: textDays.counts })
		.from(textDays)
		.where(between(textDays.day, first, last));
}
