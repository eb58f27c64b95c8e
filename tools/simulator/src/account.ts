import { readSetting, writeSetting } from "./storage/settings.ts";

export const accountTypes = ["Full", "Trial"] as const;
export type AccountType = (typeof accountTypes)[number];

export interface AccountContext {
	readonly account: { readonly sid: string; readonly authToken: string };
	/** Origin under which the network is reached, without a trailing slash. */
	readonly publicUrl: string;
}

/** Source: https://help.twilio.com/articles/223136107 */
export const trialPrefix = "Sent from your Twilio trial account - ";

export function readAccountType(sql: SqlStorage): AccountType {
	return readSetting<AccountType>(sql, "accountType") ?? "Full";
}

export function writeAccountType(sql: SqlStorage, type: AccountType): void {
	writeSetting(sql, "accountType", type);
}
