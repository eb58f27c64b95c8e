import {
	lineGreetingKeys,
	readLineGreeting,
	toGreetingAudio,
} from "@cloudpbx/contracts/calls/line-greetings";
import { type Hours, hoursKey, type OpeningNow, type WholeHours } from "@cloudpbx/contracts/office/hours";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { decideOpening } from "@cloudpbx/domain/hours/decide-opening";
import { readHours } from "@cloudpbx/domain/hours/read-hours";
import { inArray, sql } from "drizzle-orm";
import { readAlongside } from "../../access/alongside.ts";
import type { Context } from "../../context.ts";
import { type InstalledSettings, readStoredSettings } from "./load-settings.ts";
import { readVersionInside } from "./versioned-setting.ts";

export function selectHours(db: Db) {
	return db
		.select({ key: settings.key, value: settings.value, keys: keysOfBox })
		.from(settings)
		.where(inArray(settings.key, [hoursKey, "timeZone", lineGreetingKeys.closed]));
}

/** The hours hold an extension id; null once it is deactivated. */
const keysOfBox = sql<
	string | null
>`CASE ${settings.key} WHEN ${sql.raw(`'${hoursKey}'`)} THEN (SELECT ${extensions.ext}
	FROM ${extensions} WHERE extensions.id = settings.value ->> '$.closed.extension' AND ${extensions.status} <> 'inactive') END`;

/** As an owner's form shows them. */
export async function loadHours({ db, now }: Context): Promise<WholeHours> {
	return withoutEndedOverride(readStoredHours(await selectHours(db)), now);
}

/** One statement for the batch of the authentication. */
export const hoursFacts = readAlongside(({ db }) => [selectHours(db)] as const);

type Rows = readonly { key: string; value: unknown; keys: string | null }[];

/** Hours with the extension's present keys. An expired override is kept. A deactivated extension falls back to the menu. */
export function readStoredHours(rows: Rows): WholeHours {
	const row = rows.find(({ key }) => key === hoursKey);
	const hours = readHours(row?.value);
	return {
		...hours,
		closed: toClosed(hours.closed, row?.keys ?? null),
		greetingAudio: toGreetingAudio(readLineGreeting(rows, "closed")),
		version: readVersionInside(row?.value),
	};
}

/** As it is stored, with the extension's id. */
export function readStoredClosed(rows: Rows): Hours["closed"] {
	return readHours(rows.find(({ key }) => key === hoursKey)?.value).closed;
}

function toClosed(closed: Hours["closed"], keys: string | null): Hours["closed"] {
	if (closed.then !== "voicemail") return closed;
	return keys === null ? { greeting: closed.greeting, then: "menu" } : { ...closed, extension: keys };
}

export function withoutEndedOverride<Shown extends Hours>(hours: Shown, now: Date): Shown {
	const hasEnded = hours.override !== null && Date.parse(hours.override.until) <= now.getTime();
	return hasEnded ? { ...hours, override: null } : hours;
}

export function toOpening(rows: Rows, installed: InstalledSettings, at: Date): OpeningNow {
	const { timeZone } = readStoredSettings(rows, installed);
	const { isOpen, because, until } = decideOpening(readStoredHours(rows), timeZone, at);
	return { isOpen, because, until: until?.toISOString() ?? null };
}
