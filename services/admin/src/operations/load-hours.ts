import { type Hours, hoursKey, type OpeningNow, type WholeHours } from "@cloudpbx/contracts/hours";
import { Version } from "@cloudpbx/contracts/version";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { decideOpening } from "@cloudpbx/domain/hours/decide-opening";
import { readHours } from "@cloudpbx/domain/hours/read-hours";
import { inArray } from "drizzle-orm";
import { type InstalledSettings, readStoredSettings } from "./load-settings.ts";

/** The rows that say when the company is open, and by which clocks. A statement, so that it fits into a batch. */
export function selectHours(db: Db) {
	return db
		.select({ key: settings.key, value: settings.value })
		.from(settings)
		.where(inArray(settings.key, [hoursKey, "timeZone"]));
}

type Rows = readonly { key: string; value: unknown }[];

/** The hours as they are stored; an override that has ended is still there. */
export function readStoredHours(rows: Rows): WholeHours {
	const stored = rows.find(({ key }) => key === hoursKey)?.value;
	const version = Version.safeParse((stored as { version?: unknown } | undefined)?.version);
	return { ...readHours(stored), version: version.success ? version.data : 1 };
}

/** What an owner's form shows: an override ends by itself. */
export function showHours<Shown extends Hours>(hours: Shown, now: Date): Shown {
	const hasEnded = hours.override !== null && Date.parse(hours.override.until) <= now.getTime();
	return hasEnded ? { ...hours, override: null } : hours;
}

export function showOpening(rows: Rows, installed: InstalledSettings, at: Date): OpeningNow {
	const { timeZone } = readStoredSettings(rows, installed);
	const { isOpen, because, until } = decideOpening(readStoredHours(rows), timeZone, at);
	return { isOpen, because, until: until?.toISOString() ?? null };
}
