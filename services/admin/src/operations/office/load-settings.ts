import { readLineGreeting, toGreetingAudio } from "@cloudpbx/contracts/calls/line-greetings";
import {
	readSettings,
	readSettingsVersion,
	type SettingKey,
	type Settings,
	type WholeSettings,
} from "@cloudpbx/contracts/office/settings";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { inArray, sql } from "drizzle-orm";
import { readAlongside } from "../../access/alongside.ts";
import type { Context } from "../../context.ts";

/** Settings from the Worker's variables. */
export interface InstalledSettings {
	COMPANY_NAME: string;
	COMPANY_GREETING: string;
}

export async function loadSettings(ctx: Context): Promise<Settings> {
	return readStoredSettings(await selectSettings(ctx.db), ctx.env);
}

export async function loadWholeSettings(ctx: Context): Promise<WholeSettings> {
	const rows = await ctx.db
		.select({ key: settings.key, value: settings.value, keys: keysOfOperator })
		.from(settings);
	const operator = rows.find(({ key }) => key === "operator")?.keys ?? null;
	const greetingAudio = toGreetingAudio(readLineGreeting(rows, "main"));
	return {
		...readStoredSettings(rows, ctx.env),
		operator,
		greetingAudio,
		version: readSettingsVersion(rows),
	};
}

/** The setting holds an extension id; null once it is deactivated. */
const keysOfOperator = sql<string | null>`CASE ${settings.key} WHEN 'operator' THEN (SELECT ${extensions.ext}
	FROM ${extensions} WHERE extensions.id = settings.value ->> '$' AND ${extensions.status} <> 'inactive') END`;

export function selectSettings(db: Db, keys?: readonly SettingKey[]) {
	return db
		.select({ key: settings.key, value: settings.value })
		.from(settings)
		.where(keys && inArray(settings.key, keys));
}

/** Settings without a row have the installer's values or the defaults. */
export function readStoredSettings(
	rows: readonly { key: string; value: unknown }[],
	installed: InstalledSettings,
): Settings {
	return readSettings(rows, { companyName: installed.COMPANY_NAME, greeting: installed.COMPANY_GREETING });
}

/** One statement for the batch of the authentication. */
export const companyZone = readAlongside(({ db }) => [selectSettings(db, ["timeZone"])] as const);

export function readCompanyZone(
	[rows]: ReturnType<typeof companyZone.of>,
	installed: InstalledSettings,
): string {
	return readStoredSettings(rows, installed).timeZone;
}
