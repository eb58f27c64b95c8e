import { readSetting, writeSetting } from "./storage/settings.ts";

export const ACCOUNT_TYPES = ["Full", "Trial"] as const;
export type AccountType = (typeof ACCOUNT_TYPES)[number];

/** Begins every text of a trial account: https://help.twilio.com/articles/223136107 */
export const TRIAL_PREFIX = "Sent from your Twilio trial account - ";

export function readAccountType(sql: SqlStorage): AccountType {
	return readSetting<AccountType>(sql, "accountType") ?? "Full";
}

export function writeAccountType(sql: SqlStorage, type: AccountType): void {
	writeSetting(sql, "accountType", type);
}
