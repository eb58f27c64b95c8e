import { readSettings, type Settings } from "@cloudpbx/contracts/settings";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";

/** The installer's values of settings, from the Worker's vars. */
export interface InstalledSettings {
	COMPANY_NAME: string;
	COMPANY_GREETING: string;
}

/** What is in force now: the owner's values over the installer's over the defaults. */
export async function loadSettings(db: Db, installed: InstalledSettings): Promise<Settings> {
	const rows = await db.select({ key: settings.key, value: settings.value }).from(settings);
	return readSettings(rows, { companyName: installed.COMPANY_NAME, greeting: installed.COMPANY_GREETING });
}
