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
	isOptOut?: boolean;
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

const minute = 60;
const hour = 60 * minute;

/**
 * What a text can be refused with or fail with: codes, whose matter it is, and in words what it is and what to do next. From
 * Twilio's list of errors (twilio.com/docs/api/errors, read September 2023 and November 2026); what
 * any request can be answered with is in `account-codes.ts`. The first row that names a code holds.
 */
export const messageCodes: readonly (readonly [Codes, SendProblem, string, Flags?])[] = [
	// The recipient's number.
	[
		"21211 21217 21401 21421 60006 63024",
		"recipient",
		"This is not a number that can be texted. Check it for typing errors.",
	],
	["21604 14101 21201", "recipient", "No recipient was given. Name one, and send it again."],
	["21266 63031", "recipient", "The text went to the number that sent it. Choose another recipient."],
	["21265", "recipient", "A short code cannot be texted from here. Choose a whole phone number."],
	["21268 21202", "recipient", "Texts to premium-rate numbers are not allowed. Ask for another number."],
	[
		// The others' texts go out as before: only this number's country is switched off.
		"21408 21203",
		"recipient",
		"Texts to this number's country are switched off. Allow the country in the carrier's geographic permissions, then text this recipient again.",
	],
	[
		"21610 30630 63033",
		"recipient",
		"The recipient has opted out at the carrier. Only START, texted from that phone, lifts it.",
		{ isOptOut: true },
	],
	[
		"30004",
		"recipient",
		"The recipient blocks our texts, most likely by STOP. Only START, texted from that phone, lifts it.",
		{ isOptOut: true },
	],
	[
		"21612 21214",
		"recipient",
		"The carrier has no way from our number to this recipient. Try another of the company's numbers.",
	],
	["21614", "recipient", "This number is not a mobile phone. Call it instead.", { isLandline: true }],
	["21635", "recipient", "This number is a landline. Call it instead.", { isLandline: true }],
	["30005", "recipient", "The number is unknown or no longer in use. Ask for a new one."],
	["30006", "recipient", "The number is a landline, or its network cannot be reached. Call it instead."],
	["30011", "recipient", "This phone takes no pictures or files by text. Send the words alone."],
	["30043", "recipient", "The number's network takes no texts on this way. Call the recipient instead."],
	[
		"30610 30615 30620 30453 30485",
		"recipient",
		"The network could not deliver the text and gave no reason. Check the number, or call the recipient.",
	],
	[
		"30018 30024 30040-30042",
		"recipient",
		"Networks in this country take texts only from senders that are registered there. Register the sender at Twilio, or call the recipient.",
	],

	// The text.
	["21602 21619 14103 92005", "content", "The text was empty. Write something, and send it again."],
	["21605 21617 30013 21658", "content", "The text is longer than 1,600 characters. Shorten it."],
	[
		"21618 63005 63006 63021",
		"content",
		"The carrier cannot send these words as they are. Write them without unusual characters.",
	],
	["21620 12300 63019", "content", "The attached file's address is not valid. Attach the file again."],
	["21623", "content", "Too many files are attached; ten is the most. Send fewer."],
	[
		"30019 11751 63034",
		"content",
		"The attached file is too large for the recipient's network. Send a smaller one.",
	],
	[
		"30007 63026",
		"content",
		"The text was filtered as spam. Change its wording: no shortened links, no capitals, the company's name in it.",
	],
	[
		"30038",
		"content",
		"The network filtered the text because it looks like a one-time code. Change its wording.",
	],
	[
		"30450 63013",
		"content",
		"The carrier blocked the text as harmful or forbidden. Change its wording, or ask Twilio's support why.",
	],
	[
		"14107 30039",
		"content",
		"The carrier stopped a loop: too many texts between these two numbers in too short a time. Look at who answers whom, and wait a minute.",
	],
	[
		"14106 14109 14110 21652 21653 21624 21625 21627 21654-21656 30012 30014-30016 30028-30031 30409 30646 30647 90007 90014",
		"content",
		"The carrier does not take a text with these settings. Update this system; if it stays so, ask Twilio's support.",
	],
	[
		"30010",
		"content",
		"The text costs more than the most that was allowed for it. Raise the price limit at Twilio, or shorten the text.",
	],
	[
		"30036",
		"content",
		"The text waited at the carrier for so long that it lapsed; nothing was delivered. Send it again if it still matters.",
	],

	// How we are set up.
	["21212 14102", "configuration", "Our number is not valid at the carrier. Choose another sender."],
	["21603 21213", "configuration", "No sender was given. Choose one of the company's numbers."],
	[
		"21606 21601 21407 14108 21661 21616",
		"configuration",
		"Our number cannot send texts to this destination. Choose another sender, or have texting enabled for it.",
	],
	[
		"21659 21660 21657 21709 63002 63007",
		"configuration",
		"Our number does not belong to this Twilio account. Check the numbers, and choose another sender.",
	],
	[
		"21210 21264 21607 21267",
		"configuration",
		"The Twilio account is a trial and may not send from this number. Choose its own number, or upgrade the account at Twilio.",
	],
	[
		"21608 21219 14111",
		"configuration",
		"The Twilio account is a trial and texts verified numbers only. Verify the recipient at Twilio, or upgrade the account.",
	],
	[
		"21621 21622",
		"configuration",
		"Our number sends no pictures or files. Send the words alone, or choose another sender.",
	],
	[
		"21609 21626 21402 21403 21205 21209 21456 21502 14104 14105",
		"configuration",
		"The address for reports is not valid. Check PUBLIC_URL, and deploy again.",
	],
	[
		"30002",
		"configuration",
		"The carrier account is suspended. Settle it at the carrier: sign in to the Twilio Console.",
	],
	[
		"30454",
		"configuration",
		"The trial account has sent as many texts as a trial may. Upgrade it at Twilio; that takes effect within four hours.",
	],
	[
		"21701",
		"configuration",
		"The messaging service does not exist at the carrier. Choose another one, or send from a number.",
	],
	[
		"21702",
		"configuration",
		"The messaging service is not available at the carrier. Check it in the Twilio Console.",
	],
	["21703", "configuration", "The messaging service has no number that can send this. Add one."],
	["21704", "configuration", "The messaging service has no numbers. Add one."],
	[
		"21705 21708 21711 21713 21715 21720",
		"configuration",
		"The messaging service cannot be used. Check it at the carrier.",
	],
	[
		"30032",
		"configuration",
		"Our toll-free number is not verified. Have it verified at the carrier; until then nothing goes out. Register it in the Twilio Console.",
	],
	[
		"30033 21729 21731 30990",
		"configuration",
		"Our 10DLC campaign is suspended. See to it at the carrier; Twilio's e-mail says why.",
	],
	[
		"30034 30125 30126 21717 21719",
		"configuration",
		"Our number is not registered for texting (10DLC). Register it at the carrier; until then nothing goes out.",
	],
	[
		"21900 21901 21902",
		"configuration",
		"Texts to India need a registered template. Register it at Twilio, or call the recipient.",
	],
	[
		"30100-30136",
		"configuration",
		"Twilio shortens our links, and the domain for that is not in order. Switch link shortening off in the messaging service, or mend the domain.",
	],
	[
		"35111-35134",
		"configuration",
		"Twilio does not take a text that is scheduled like this. Update this system; if it stays so, ask Twilio's support.",
	],

	// What ends by itself.
	[
		"21611",
		"later",
		"Our number has more texts waiting than the carrier queues. Send more slowly; we try again.",
		{ isTooFast: true, waitSeconds: 10 * minute },
	],
	[
		"30001",
		"later",
		"The carrier's queue for our number was full. Send more slowly; we try again.",
		{ isTooFast: true, waitSeconds: 10 * minute },
	],
	[
		"30003",
		"later",
		"The phone cannot be reached: switched off or out of range. Try again in some hours.",
		{ waitSeconds: 4 * hour },
	],
	[
		"30008 30009",
		"later",
		"The network failed without a reason. Try again in some minutes; one more try is worth it.",
		{ waitSeconds: 5 * minute },
	],
	[
		"30017 30020 30021 30500 60005 63009 63010 63012 63023",
		"later",
		"The network or the carrier is in trouble; we try again.",
		{ waitSeconds: 5 * minute },
	],
	[
		"30022",
		"later",
		"Our registered rate is exceeded. Send more slowly; we try again.",
		{ isTooFast: true, waitSeconds: minute },
	],
	[
		"63017 63018",
		"later",
		"The account sends faster than Twilio takes texts. Send more slowly; we try again.",
		{ isTooFast: true, isOurLimit: true, waitSeconds: minute },
	],
	[
		"30023 30027",
		"later",
		"T-Mobile's daily limit for our brand is used up. Wait until it is reset at midnight, Pacific time; a better trust score at Twilio raises it.",
		{ isOurLimit: true, isDailyLimit: true, waitSeconds: 24 * hour, endsAtMidnightIn: "America/Los_Angeles" },
	],
	[
		"30025 30026",
		"later",
		"Much of T-Mobile's daily limit for our brand is used up. Send the rest tomorrow, or raise the trust score at Twilio.",
		{ waitSeconds: minute },
	],
	[
		"30035",
		"later",
		"Our number's registration is being set up by the carrier. Try again in an hour.",
		{ waitSeconds: hour },
	],
	[
		"30410",
		"later",
		"The network did not confirm in time and may have delivered it. Ask the recipient before sending it again.",
		{ waitSeconds: hour },
	],
	[
		"63038",
		"later",
		"The account's daily limit of messages is used up. It is lifted within a day, as the texts of the last 24 hours grow older. Ask Twilio's support to raise it, or upgrade a trial account.",
		{ isOurLimit: true, isAccountLimit: true, isDailyLimit: true, waitSeconds: 24 * hour },
	],

	// Whatever else belongs to WhatsApp, RCS and the like.
	[
		"21910 63001-63052",
		"configuration",
		"Twilio sent this over another channel than texts. Send from a phone number, not from a WhatsApp or RCS sender.",
	],
];
