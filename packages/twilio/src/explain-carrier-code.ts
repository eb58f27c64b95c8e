import { accountCodes } from "./codes/account-codes.ts";
import { alertCodes } from "./codes/alert-codes.ts";
import { messageCodes } from "./codes/message-codes.ts";
import { numberCodes } from "./codes/number-codes.ts";
import { readCodes } from "./codes/read-codes.ts";

const numberRows = readCodes(numberCodes, ([codes]) => codes);
const accountRows = readCodes(accountCodes, ([codes]) => codes);
const alertRows = readCodes(alertCodes, ([codes]) => codes);
const messageRows = readCodes(messageCodes, ([codes]) => codes);

/** Why Twilio refused a request about a number, and the next step; null: unknown code. */
export function explainNumberError(code: number): string | null {
	return numberRows.get(code)?.[1] ?? accountRows.get(code)?.[2] ?? null;
}

/** The meaning of a code in Twilio's log, and the next step; null: unknown code. */
export function explainAlert(code: number): string | null {
	return alertRows.get(code)?.[1] ?? messageRows.get(code)?.[2] ?? explainNumberError(code);
}
