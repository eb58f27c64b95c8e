import type { SendProblem } from "@cloudpbx/contracts/texts/sending";
import type { Codes } from "./read-codes.ts";

/**
 * What an error of a text means. `recipient` and `content` stay as they are; `configuration` waits for somebody to act;
 * `later` may succeed by itself, after `waitSeconds`.
 */
export interface MessageError {
	problem: SendProblem;
	/** What happened and what to do next, for people. */
	words: string;
	/** The recipient, or the network for him, refuses our texts: we treat it as an opt-out. */
	isOptedOut?: boolean;
	/** The number is no mobile phone, and never will be. 30006 also means that its network cannot be reached just now. */
	isLandline?: boolean;
	/** Texts came too fast for the sender: it should send at a lower rate. */
	isTooFast?: boolean;
	/** The refusal is about us and not about the text: any other text would be refused as well. */
	isOurLimit?: boolean;
	/** The limit of the whole account: until it is lifted none of our numbers can send. */
	isAccountLimit?: boolean;
	/** The day's allowance of texts is used up. */
	isDailyLimit?: boolean;
	waitSeconds?: number;
	/** A daily limit that ends at this clock time instead, in this zone. */
	endsAtMidnightIn?: string;
}

type Flags = Omit<MessageError, "problem" | "words">;

/** Codes, and in words what happened and what to do next. */
export type MessageCodes = readonly (readonly [Codes, string, Flags?])[];
