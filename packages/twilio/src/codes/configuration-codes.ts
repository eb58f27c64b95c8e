import type { MessageCodes } from "./message-error.ts";

export const configurationCodes: MessageCodes = [
	["21212 14102", "Our number is not valid at the carrier. Choose another sender."],
	["21603 21213", "No sender was given. Choose one of the company's numbers."],
	[
		"21606 21601 21407 14108 21661 21616",
		"Our number cannot send texts to this destination. Choose another sender, or have texting enabled for it.",
	],
	[
		"21659 21660 21657 21709 63002 63007",
		"Our number does not belong to this Twilio account. Check the numbers, and choose another sender.",
	],
	[
		"21210 21264 21607 21267",
		"The Twilio account is a trial and may not send from this number. Choose its own number, or upgrade the account at Twilio.",
	],
	[
		"21608 21219 14111",
		"The Twilio account is a trial and texts verified numbers only. Verify the recipient at Twilio, or upgrade the account.",
	],
	["21621 21622", "Our number sends no pictures or files. Send the words alone, or choose another sender."],
	[
		"21609 21626 21402 21403 21205 21209 21456 21502 14104 14105",
		"The address for reports is not valid. Check PUBLIC_URL, and deploy again.",
	],
	["30002", "The carrier account is suspended. Settle it at the carrier: sign in to the Twilio Console."],
	[
		"30454",
		"The trial account has sent as many texts as a trial may. Upgrade it at Twilio; that takes effect within four hours.",
	],
	[
		"21701",
		"The messaging service does not exist at the carrier. Choose another one, or send from a number.",
	],
	["21702", "The messaging service is not available at the carrier. Check it in the Twilio Console."],
	["21703", "The messaging service has no number that can send this. Add one."],
	["21704", "The messaging service has no numbers. Add one."],
	["21705 21708 21711 21713 21715 21720", "The messaging service cannot be used. Check it at the carrier."],
	[
		"30032",
		"Our toll-free number is not verified. Have it verified at the carrier; until then nothing goes out. Register it in the Twilio Console.",
	],
	[
		"30033 21729 21731 30990",
		"Our 10DLC campaign is suspended. See to it at the carrier; Twilio's e-mail says why.",
	],
	[
		"30034 30125 30126 21717 21719",
		"Our number is not registered for texting (10DLC). Register it at the carrier; until then nothing goes out.",
	],
	[
		"21900 21901 21902",
		"Texts to India need a registered template. Register it at Twilio, or call the recipient.",
	],
	[
		"30100-30136",
		"Twilio shortens our links, and the domain for that is not in order. Switch link shortening off in the messaging service, or mend the domain.",
	],
	[
		"35111-35134",
		"Twilio does not take a text that is scheduled like this. Update this system; if it stays so, ask Twilio's support.",
	],
];

/** Other channels, such as WhatsApp. The range includes codes of other tables, so it comes last. */
export const otherChannelCodes: MessageCodes = [
	[
		"21910 63001-63052",
		"Twilio sent this over another channel than texts. Send from a phone number, not from a WhatsApp or RCS sender.",
	],
];
