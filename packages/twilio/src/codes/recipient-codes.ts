import type { MessageCodes } from "./message-error.ts";

export const recipientCodes: MessageCodes = [
	[
		"21211 21217 21401 21421 60006 63024",
		"This is not a number that can be texted. Check it for typing errors.",
	],
	["21604 14101 21201", "No recipient was given. Name one, and send it again."],
	["21266 63031", "The text went to the number that sent it. Choose another recipient."],
	["21265", "A short code cannot be texted from here. Choose a whole phone number."],
	["21268 21202", "Texts to premium-rate numbers are not allowed. Ask for another number."],
	[
		// Other texts are sent: only this country is switched off.
		"21408 21203",
		"Texts to this number's country are switched off. Allow the country in the carrier's geographic permissions, then text this recipient again.",
	],
	[
		"21610 30630 63033",
		"The recipient has opted out at the carrier. Only START, texted from that phone, lifts it.",
		{ isOptedOut: true },
	],
	[
		"30004",
		"The recipient blocks our texts, most likely by STOP. Only START, texted from that phone, lifts it.",
		{ isOptedOut: true },
	],
	[
		"21612 21214",
		"The carrier has no way from our number to this recipient. Try another of the company's numbers.",
	],
	["21614", "This number is not a mobile phone. Call it instead.", { isLandline: true }],
	["21635", "This number is a landline. Call it instead.", { isLandline: true }],
	["30005", "The number is unknown or no longer in use. Ask for a new one."],
	["30006", "The number is a landline, or its network cannot be reached. Call it instead."],
	["30011", "This phone takes no pictures or files by text. Send the words alone."],
	["30043", "The number's network takes no texts on this way. Call the recipient instead."],
	[
		"30610 30615 30620 30453 30485",
		"The network could not deliver the text and gave no reason. Check the number, or call the recipient.",
	],
	[
		"30018 30024 30040-30042",
		"Networks in this country take texts only from senders that are registered there. Register the sender at Twilio, or call the recipient.",
	],
];
