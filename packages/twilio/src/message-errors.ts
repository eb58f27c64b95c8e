import type { SendProblem } from "@cloudpbx/contracts/sending";

/**
 * What an error of a text means. `recipient` and `content` stay as they are; `configuration` waits for somebody to act;
 * `later` may succeed by itself, after `waitSeconds`.
 */
export interface MessageError {
	problem: SendProblem;
	/** What happened and what to do next, for people. */
	words: string;
	/** The recipient, or the network for him, refuses our texts: we treat it as an opt-out. */
	isOptOut?: boolean;
	/** The number is no mobile phone, and never will be. 30006 also means that its network cannot be reached just now. */
	isLandline?: boolean;
	/** Texts came too fast for the sender: it should send at a lower rate. */
	isTooFast?: boolean;
	/** The refusal is about us and not about the text: any other text would be refused as well. */
	isOurLimit?: boolean;
	/** The limit of the whole account: until it is lifted none of our numbers can send. */
	isAccountLimit?: boolean;
	waitSeconds?: number;
}

const minute = 60;
const hour = 60 * minute;

/** By Twilio's code (twilio.com/docs/api/errors, read September 2023 and November 2026). */
const errors: Record<number, MessageError> = {
	20003: {
		problem: "configuration",
		words:
			"The carrier does not accept our credentials. Check the account id and token, and that the account is active.",
	},
	20429: {
		problem: "later",
		isTooFast: true,
		isOurLimit: true,
		words: "The carrier is asked too much at once; we try again.",
		waitSeconds: 30,
	},
	21211: {
		problem: "recipient",
		words: "This is not a number that can be texted. Check it for typing errors.",
	},
	21212: {
		problem: "configuration",
		words: "Our number is not valid at the carrier. Choose another sender.",
	},
	21408: {
		// The others' texts go out as before: only this number's country is switched off.
		problem: "recipient",
		words:
			"Texts to this number's country are switched off. Allow the country in the carrier's geographic permissions, then text this recipient again.",
	},
	21602: { problem: "content", words: "The text was empty." },
	21603: { problem: "configuration", words: "No sender was given. Choose one of the company's numbers." },
	21604: { problem: "recipient", words: "No recipient was given." },
	21606: {
		problem: "configuration",
		words:
			"Our number cannot send texts to this destination. Choose another sender, or have texting enabled for it.",
	},
	21610: {
		problem: "recipient",
		isOptOut: true,
		words: "The recipient has opted out at the carrier. Only START, texted from that phone, lifts it.",
	},
	21611: {
		problem: "later",
		isTooFast: true,
		words: "Our number has more texts waiting than the carrier queues. Send more slowly; we try again.",
		waitSeconds: 10 * minute,
	},
	21612: {
		problem: "recipient",
		words: "The carrier has no way from our number to this recipient. Try another of the company's numbers.",
	},
	21614: {
		problem: "recipient",
		isLandline: true,
		words: "This number is not a mobile phone. Call it instead.",
	},
	21617: { problem: "content", words: "The text is longer than 1,600 characters. Shorten it." },
	21620: { problem: "content", words: "The attached file's address is not valid." },
	21623: { problem: "content", words: "Too many files are attached; ten is the most." },
	21635: { problem: "recipient", isLandline: true, words: "This number is a landline. Call it instead." },
	21701: { problem: "configuration", words: "The messaging service does not exist at the carrier." },
	21702: { problem: "configuration", words: "The messaging service is not available at the carrier." },
	21703: {
		problem: "configuration",
		words: "The messaging service has no number that can send this. Add one.",
	},
	21704: { problem: "configuration", words: "The messaging service has no numbers. Add one." },
	21705: {
		problem: "configuration",
		words: "The messaging service cannot be used. Check it at the carrier.",
	},
	30001: {
		problem: "later",
		isTooFast: true,
		words: "The carrier's queue for our number was full. Send more slowly; we try again.",
		waitSeconds: 10 * minute,
	},
	30002: { problem: "configuration", words: "The carrier account is suspended. Settle it at the carrier." },
	30003: {
		problem: "later",
		words: "The phone cannot be reached: switched off or out of range. Try again in some hours.",
		waitSeconds: 4 * hour,
	},
	30004: {
		problem: "recipient",
		isOptOut: true,
		words:
			"The recipient blocks our texts, most likely by STOP. Only START, texted from that phone, lifts it.",
	},
	30005: { problem: "recipient", words: "The number is unknown or no longer in use. Ask for a new one." },
	30006: {
		problem: "recipient",
		words: "The number is a landline, or its network cannot be reached. Call it instead.",
	},
	30007: {
		problem: "content",
		words:
			"The text was filtered as spam. Change its wording: no shortened links, no capitals, the company's name in it.",
	},
	30008: {
		problem: "later",
		words: "The network failed without a reason. One more try is worth it.",
		waitSeconds: 5 * minute,
	},
	30017: { problem: "later", words: "The network is congested; we try again.", waitSeconds: 5 * minute },
	30019: { problem: "content", words: "The attached file is too large for the recipient's network." },
	30022: {
		problem: "later",
		isTooFast: true,
		words: "Our registered rate is exceeded. Send more slowly; we try again.",
		waitSeconds: minute,
	},
	30023: {
		problem: "later",
		isOurLimit: true,
		words: "T-Mobile's daily limit for our brand is used up. It is reset at midnight, Pacific time.",
		waitSeconds: 24 * hour,
	},
	30032: {
		problem: "configuration",
		words:
			"Our toll-free number is not verified. Have it verified at the carrier; until then nothing goes out.",
	},
	30033: { problem: "configuration", words: "Our 10DLC campaign is suspended. See to it at the carrier." },
	30034: {
		problem: "configuration",
		words:
			"Our number is not registered for texting (10DLC). Register it at the carrier; until then nothing goes out.",
	},
	30035: {
		problem: "later",
		words: "Our number's registration is being set up by the carrier. Try again in an hour.",
		waitSeconds: hour,
	},
	30410: {
		problem: "later",
		words:
			"The network did not confirm in time and may have delivered it. Ask the recipient before sending it again.",
		waitSeconds: hour,
	},
	63038: {
		problem: "later",
		isOurLimit: true,
		isAccountLimit: true,
		words:
			"The account's daily limit of messages is used up. It is lifted the next day, or raised by the carrier.",
		waitSeconds: 24 * hour,
	},
	14107: {
		problem: "content",
		words: "The carrier stopped a loop: too many texts between these two numbers in too short a time.",
	},
};

const unknownError: MessageError = {
	problem: "content",
	words: "The carrier refused the text. Its error code is explained at twilio.com/docs/api/errors.",
};

export function explainMessageError(code: number): MessageError {
	return errors[code] ?? unknownError;
}

/** What a refusal means that may have come without a code; then the kind of the answer tells. */
export function explainMessageRefusal(refusal: {
	code: number | null;
	isRateLimited: boolean;
	isUnauthenticated: boolean;
}): MessageError & { errorCode: number } {
	const { code, isRateLimited, isUnauthenticated } = refusal;
	const errorCode = code ?? (isRateLimited ? 20429 : isUnauthenticated ? 20003 : 0);
	return { errorCode, ...explainMessageError(errorCode) };
}
