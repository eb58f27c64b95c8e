import { readSettings, type SettingKey, type Settings } from "@cloudpbx/contracts/settings";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { and, eq, inArray, ne } from "drizzle-orm";
import { rememberFallbackNumber } from "./fallback-number.ts";

/** The installer's values of settings, from the Worker's vars. */
export interface InstalledSettings {
	COMPANY_NAME: string;
	COMPANY_GREETING: string;
}

const voiceSettingKeys: SettingKey[] = [
	"companyName",
	"fallbackNumber",
	"greeting",
	"isAssistantOn",
	"keyWaitSeconds",
	"ringSeconds",
	"voicemailLanguage",
	"voicemailMaxSeconds",
];

const extensionFields = {
	ext: extensions.ext,
	name: extensions.name,
	forwardTo: extensions.forwardTo,
	answerWith: extensions.answerWith,
};

/** Statements, not answers: an operation puts them into its one batch. */
export function selectVoiceSettings(db: Db, more: readonly SettingKey[] = []) {
	return db
		.select({ key: settings.key, value: settings.value })
		.from(settings)
		.where(inArray(settings.key, [...voiceSettingKeys, ...more]));
}

/** Everybody who can be reached, 99 at most: the index on `ext` holds exactly these. */
export function selectDirectory(db: Db) {
	return db
		.select({ ...extensionFields, department: extensions.department, purpose: extensions.purpose })
		.from(extensions)
		.where(ne(extensions.status, "inactive"))
		.orderBy(extensions.ext);
}

export function selectExtension(db: Db, ext: string) {
	return db
		.select(extensionFields)
		.from(extensions)
		.where(and(eq(extensions.ext, ext), ne(extensions.status, "inactive")));
}

/** The extension whose own number this is; no row for the main line and for numbers we do not know. */
export function selectExtensionOfNumber(db: Db, number: string) {
	return db
		.select(extensionFields)
		.from(phoneNumbers)
		.innerJoin(
			extensions,
			and(eq(extensions.id, phoneNumbers.extensionId), ne(extensions.status, "inactive")),
		)
		.where(eq(phoneNumbers.number, number));
}

/** As the receptionist may know it: no telephone numbers. */
export function readDirectory(
	rows: readonly { ext: string; name: string; department: string; purpose: string }[],
): DirectoryEntry[] {
	return rows.map(({ ext, name, department, purpose }) => ({
		ext,
		name,
		department: department || null,
		purpose: purpose || null,
	}));
}

export function readVoiceSettings(
	rows: readonly { key: string; value: unknown }[],
	installed: InstalledSettings,
): Settings {
	const read = readSettings(rows, {
		companyName: installed.COMPANY_NAME,
		greeting: installed.COMPANY_GREETING,
	});
	rememberFallbackNumber(read.fallbackNumber);
	return read;
}
