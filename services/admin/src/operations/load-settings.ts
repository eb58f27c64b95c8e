import {
	readSettings,
	readSettingsVersion,
	type SettingKey,
	type Settings,
	type WholeSettings,
} from "@cloudpbx/contracts/settings";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { inArray } from "drizzle-orm";

/** The installer's values of settings, from the Worker's vars. */
export interface InstalledSettings {
	COMPANY_NAME: string;
	COMPANY_GREETING: string;
}

/** What is in force now: the owner's values over the installer's over the defaults. */
export async function loadSettings(db: Db, installed: InstalledSettings): Promise<Settings> {
	return readStoredSettings(await selectSettings(db), installed);
}

/** What an owner's form shows. */
export async function loadWholeSettings(db: Db, installed: InstalledSettings): Promise<WholeSettings> {
	const rows = await selectSettings(db);
	return { ...readStoredSettings(rows, installed), version: readSettingsVersion(rows) };
}

/** A statement, so that it fits into a batch. */
export function selectSettings(db: Db, keys?: readonly SettingKey[]) {
	return db
		.select({ key: settings.key, value: settings.value })
		.from(settings)
		.where(keys && inArray(settings.key, keys));
}

/** Settings whose rows were not read have the installer's values or the defaults. */
export function readStoredSettings(
	rows: readonly { key: string; value: unknown }[],
	installed: InstalledSettings,
): Settings {
	return readSettings(rows, { companyName: installed.COMPANY_NAME, greeting: installed.COMPANY_GREETING });
}
