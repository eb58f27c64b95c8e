import type { MessageCodes } from "./message-error.ts";

const minute = 60;
const hour = 60 * minute;

export const passingCodes: MessageCodes = [
	[
		"21611",
		"Our number has more texts waiting than the carrier queues. Send more slowly; we try again.",
		{ isTooFast: true, waitSeconds: 10 * minute },
	],
	[
		"30001",
		"The carrier's queue for our number was full. Send more slowly; we try again.",
		{ isTooFast: true, waitSeconds: 10 * minute },
	],
	[
		"30003",
		"The phone cannot be reached: switched off or out of range. Try again in some hours.",
		{ waitSeconds: 4 * hour },
	],
	[
		"30008 30009",
		"The network failed without a reason. Try again in some minutes; one more try is worth it.",
		{ waitSeconds: 5 * minute },
	],
	[
		"30017 30020 30021 30500 60005 63009 63010 63012 63023",
		"The network or the carrier is in trouble; we try again.",
		{ waitSeconds: 5 * minute },
	],
	[
		"30022",
		"Our registered rate is exceeded. Send more slowly; we try again.",
		{ isTooFast: true, waitSeconds: minute },
	],
	[
		"63017 63018",
		"The account sends faster than Twilio takes texts. Send more slowly; we try again.",
		{ isTooFast: true, isOurLimit: true, waitSeconds: minute },
	],
	[
		"30023 30027",
		"T-Mobile's daily limit for our brand is used up. Wait until it is reset at midnight, Pacific time; a better trust score at Twilio raises it.",
		{ isOurLimit: true, isDailyLimit: true, waitSeconds: 24 * hour, endsAtMidnightIn: "America/Los_Angeles" },
	],
	[
		"30025 30026",
		"Much of T-Mobile's daily limit for our brand is used up. Send the rest tomorrow, or raise the trust score at Twilio.",
		{ waitSeconds: minute },
	],
	[
		"30035",
		"Our number's registration is being set up by the carrier. Try again in an hour.",
		{ waitSeconds: hour },
	],
	[
		"30410",
		"The network did not confirm in time and may have delivered it. Ask the recipient before sending it again.",
		{ waitSeconds: hour },
	],
	[
		"63038",
		"The account's daily limit of messages is used up. It is lifted within a day, as the texts of the last 24 hours grow older. Ask Twilio's support to raise it, or upgrade a trial account.",
		{ isOurLimit: true, isAccountLimit: true, isDailyLimit: true, waitSeconds: 24 * hour },
	],
];
