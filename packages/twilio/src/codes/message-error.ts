import type { SendProblem } from "@cloudpbx/contracts/texts/sending";
import type { Codes } from "./read-codes.ts";

export interface MessageError {
	problem: SendProblem;
	words: string;
	/** The recipient or its network refuses our texts: counts as an opt-out. */
	isOptedOut?: boolean;
	/** Never a mobile phone. Not 30006, which also means that the network is unreachable. */
	isLandline?: boolean;
	/** The sender should send more slowly. */
	isTooFast?: boolean;
	/** Any other text would be refused too. */
	isOurLimit?: boolean;
	/** The whole account's limit: none of our numbers can send. */
	isAccountLimit?: boolean;
	isDailyLimit?: boolean;
	waitSeconds?: number;
	/** The zone in which the daily limit ends at midnight. */
	endsAtMidnightIn?: string;
}

type Flags = Omit<MessageError, "problem" | "words">;

export type MessageCodes = readonly (readonly [Codes, string, Flags?])[];
