import type { SendProblem } from "@cloudpbx/contracts/texts/sending";
import { configurationCodes, otherChannelCodes } from "./configuration-codes.ts";
import { contentCodes } from "./content-codes.ts";
import type { MessageCodes } from "./message-error.ts";
import { passingCodes } from "./passing-codes.ts";
import { recipientCodes } from "./recipient-codes.ts";

/** Errors of texts (twilio.com/docs/api/errors, November 2026). The first row with a code holds. */
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
