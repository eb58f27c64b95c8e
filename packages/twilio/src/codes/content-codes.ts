import type { MessageCodes } from "./message-error.ts";

export const contentCodes: MessageCodes = [
	["21602 21619 14103 92005", "The text was empty. Write something, and send it again."],
	["21605 21617 30013 21658", "The text is longer than 1,600 characters. Shorten it."],
	[
		"21618 63005 63006 63021",
		"The carrier cannot send these words as they are. Write them without unusual characters.",
	],
	["21620 12300 63019", "The attached file's address is not valid. Attach the file again."],
	["21623", "Too many files are attached; ten is the most. Send fewer."],
	["30019 11751 63034", "The attached file is too large for the recipient's network. Send a smaller one."],
	[
		"30007 63026",
		"The text was filtered as spam. Change its wording: no shortened links, no capitals, the company's name in it.",
	],
	["30038", "The network filtered the text because it looks like a one-time code. Change its wording."],
	[
		"30450 63013",
		"The carrier blocked the text as harmful or forbidden. Change its wording, or ask Twilio's support why.",
	],
	[
		"14107 30039",
		"The carrier stopped a loop: too many texts between these two numbers in too short a time. Look at who answers whom, and wait a minute.",
	],
	[
		"14106 14109 14110 21652 21653 21624 21625 21627 21654-21656 30012 30014-30016 30028-30031 30409 30646 30647 90007 90014",
		"The carrier does not take a text with these settings. Update this system; if it stays so, ask Twilio's support.",
	],
	[
		"30010",
		"The text costs more than the most that was allowed for it. Raise the price limit at Twilio, or shorten the text.",
	],
	[
		"30036",
		"The text waited at the carrier for so long that it lapsed; nothing was delivered. Send it again if it still matters.",
	],
];
