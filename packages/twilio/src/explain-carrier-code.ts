import { accountCodes } from "./codes/account-codes.ts";
import { alertCodes } from "./codes/alert-codes.ts";
import { messageCodes } from "./codes/message-codes.ts";
import { numberCodes } from "./codes/number-codes.ts";
import { readCodes } from "./codes/read-codes.ts";

const numberRows = readCodes(numberCodes, ([codes]) => codes);
const accountRows = readCodes(accountCodes, ([codes]) => codes);
const alertRows = readCodes(alertCodes, ([codes]) => codes);
const messageRows = readCodes(messageCodes, ([codes]) => codes);

/** Why Twilio did not rent, set up or release a number, and what to do next; null: its code is not known. */
export function explainNumberError(code: number): string | null {
	return numberRows.get(code)?.[1] ?? accountRows.get(code)?.[2] ?? null;
}

/** What an error of Twilio's log means, and what to do next; null: its code is not known. */
export function explainAlert(code: number): string | null {
	return alertRows.get(code)?.[1] ?? messageRows.get(code)?.[2] ?? explainNumberError(code);
}
