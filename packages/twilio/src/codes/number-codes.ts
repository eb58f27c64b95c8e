import type { Codes } from "./read-codes.ts";

/** Errors of numbers and Messaging Services. Source: twilio.com/docs/api/errors, read November 2026. */
export const numberCodes: readonly (readonly [Codes, string])[] = [
	[
		"21631",
		"Twilio rents this number only to a company whose address it knows. Add the address in the Twilio Console (Phone Numbers, Regulatory Compliance), then try again; or choose another area code.",
	],
	[
		"21615",
		"Twilio rents this number only with an address in its own area. Add such an address in the Twilio Console, then try again; or choose another area code.",
	],
	[
		"21649 21613 22214 22216",
		"Twilio rents this number only with a regulatory bundle: who uses it, and papers that prove it. Hand one in under Regulatory Compliance in the Twilio Console, or choose another number.",
	],
	[
		"21650",
		"Twilio rents this number only with a verified identity document. Hand one in under Regulatory Compliance in the Twilio Console, or choose another number.",
	],
	[
		"21651 18001-18062 18099 180017 18601-18610 22200-22213 22215 22217-22220 22223-22230",
		"The papers or details that Twilio has of the company do not satisfy the rules for this number. Correct them under Regulatory Compliance in the Twilio Console, or choose another number.",
	],
	[
		"21628 21629 21630 22109 22154 22173",
		"Twilio does not accept the company's address as it is written. Correct it in the Twilio Console; it suggests a spelling.",
	],
	[
		"21644-21648",
		"Twilio needs this paper for a number that is in use. Release or change that number first.",
	],
	[
		"22221 22222",
		"The number's emergency address is not registered, or being changed. Look at the number's emergency settings in the Twilio Console.",
	],

	["21422 21459", "Twilio does not rent this number out, or somebody was quicker. Choose another number."],
	["21421 21401 22102 20023", "Twilio knows no such number. Check it for typing errors."],
	["21451 21452 21457", "Twilio has no number to rent there. Choose another area code."],
	[
		"21458",
		"Twilio has this number as another kind, such as toll-free. Choose it by that kind, or choose another number.",
	],
	["22300", "Twilio does not let this account rent more local numbers. Ask Twilio's support to allow it."],
	["22404 21726", "Twilio has switched such registrations off for now. Try again tomorrow."],
	[
		"22350",
		"The number is being moved to another carrier, so Twilio does not release it. Wait until the move is over, or cancel it at Twilio.",
	],
	[
		"22400-22403",
		"The number belongs to another region of Twilio. Move it back to the US region in the Twilio Console.",
	],
	[
		"22500",
		"The number uses an old version of Twilio's interface. Set its API version to 2010-04-01 in the Twilio Console.",
	],
	[
		"21449 21450 21453",
		"The number is verified already, here or in another account. Choose another number, or release it there.",
	],
	[
		"22100-22123 22199",
		"Twilio does not host this number: its verification is not complete. Finish it under Hosted Numbers in the Twilio Console.",
	],
	[
		"22130-22136 22150-22153 22155-22159 22170-22172",
		"The number cannot be moved to Twilio as it is. Look at its port request in the Twilio Console.",
	],
	[
		"21601 21407 21606 21661 14108",
		"This number takes no texts. Choose a number with texting for texts; calls work.",
	],
	["21409", "The number has no caller names. Leave caller names off for it at Twilio."],
	["21616", "Twilio has this number twice in the account. Release one of them in the Twilio Console."],

	[
		"21402 21205 21502 21456 21455 11100 11210 21609",
		"Twilio does not accept our public address. Check VOICE_URL and MESSAGING_URL: a public https address without underscores. Then deploy again.",
	],
	[
		"21403 21209 21405 21406 21626",
		"Twilio does not accept the number's settings. Update this system; if it stays so, ask Twilio's support.",
	],
	[
		"21420 21218 21301 21302",
		"An application at Twilio has the number's calls or texts. Take the number out of it in the Twilio Console.",
	],
	["21210 21264", "The number is not verified for this account. Verify it in the Twilio Console."],

	[
		"21701 21702 21705 21733",
		"Twilio cannot use the number's Messaging Service. Check it in the Twilio Console, or take the number out of it.",
	],
	["21703 21704", "The Messaging Service has no number that can send. Add one in the Twilio Console."],
	["21710", "The number is in this Messaging Service already. Check the service in the Twilio Console."],
	["21711", "The number is in no such Messaging Service. Add it in the Twilio Console."],
	[
		"21712",
		"The number is in another Messaging Service. Take it out of that one first, in the Twilio Console.",
	],
	["21714", "The Messaging Service has as many numbers as it may. Take one out, or make another service."],
	["21715", "The number cannot be in a Messaging Service: it takes no texts. Choose a number with texting."],
	["21102", "The account has as many Messaging Services as it may. Delete one in the Twilio Console."],
	[
		"21708 21709 21713 21719-21723",
		"The Messaging Service and what it is registered for do not match. Correct its use case in the Twilio Console.",
	],
	[
		"21717",
		"The company is not registered for texting, or the registration is not approved yet. Register it in the Twilio Console, Trust Hub.",
	],
	[
		"21724 21725 21727 21728 21732 21736 21737",
		"Twilio did not accept the registration for texting. Correct what it names in the Twilio Console, Trust Hub.",
	],
	["21729 21731", "The registration for texting is suspended. Settle it at Twilio; its e-mail says why."],
	[
		"30436-30452 30455-30480",
		"Twilio rejected the verification of the toll-free number. Correct what it names in the Twilio Console, and hand it in again.",
	],
	[
		"30701-30799 30794",
		"The registration of the company for texting (brand) failed. Compare name, address and tax number with the official papers, and hand it in again at Twilio.",
	],
	[
		"30880-30909 30991-30994",
		"The registration of what the company texts (campaign) was rejected. Correct what Twilio names, such as samples, website or opt-in, and hand it in again.",
	],
	[
		"30990",
		"The registration of what the company texts (campaign) is suspended. Settle it at Twilio; its e-mail says why.",
	],
];
