import type { SendProblem } from "@cloudpbx/contracts/texts/sending";
import { configurationCodes, otherChannelCodes } from "./configuration-codes.ts";
import { contentCodes } from "./content-codes.ts";
import type { MessageCodes } from "./message-error.ts";
import { passingCodes } from "./passing-codes.ts";
import { recipientCodes } from "./recipient-codes.ts";

/**
 * The errors that a text can be refused with or fail with. Source: Twilio's list of errors (twilio.com/docs/api/errors, read September
 * 2023 and November 2026). Errors that any request can be answered with are in `account-codes.ts`. The first row that names a code holds.
 */
export const messageCodes = [
	...concern("recipient", recipientCodes),
	...concern("content", contentCodes),
	...concern("configuration", configurationCodes),
	...concern("later", passingCodes),
	...concern("configuration", otherChannelCodes),
];

function concern(problem: SendProblem, rows: MessageCodes) {
	return rows.map(([codes, words, flags]) => [codes, problem, words, flags] as const);
}
