import type { Codes } from "./read-codes.ts";

export const alertCodes: readonly (readonly [Codes, string])[] = [
	["10003", "Calls were turned away: the Twilio account is not active. Settle it in the Twilio Console."],
	["10004", "Calls were turned away: too many at a time. Ask Twilio's support to allow more."],
	["10005", "Calls were turned away: Twilio has switched calls off for the account. Ask Twilio's support."],
	[
		"11200-11206 11210 11215-11217 11242-11251",
		"Twilio could not reach us, or did not like the answer. Look at the Workers' logs of that time, and check VOICE_URL and MESSAGING_URL.",
	],
	[
		"11220 11235-11237",
		"Twilio does not trust the certificate of our address. Check the domain in the Cloudflare dashboard.",
	],
	[
		"11240 11241 11300-11322",
		"The address that Twilio calls is not valid. Repair the number (dashboard, Extensions).",
	],
	[
		"11750 11770 12100-12102 12200 12300 12301 12400",
		"Twilio did not understand our answer. Look at the Workers' logs of that time; another address may answer in our place.",
	],
	[
		"13210-13260",
		"A call could not be put through: its number or caller id was refused. Check where extensions forward to.",
	],
	[
		"13201 13000 13110-13120 13299-13805",
		"A step of a call was not carried out. Look at the calls of that time, and update this system.",
	],
	["14101-14111", "An answer to a text was refused. Look at the texts of that time."],
	["14200-14226", "A caller could not be put into a queue. Look at the calls of that time."],
	[
		"15000-15009",
		"A report about a call did not arrive. Look at the Workers' logs of that time; the sweep asks for it.",
	],
	["16000-16113", "A conference or a recording failed at Twilio. Look at the calls of that time."],
	[
		"21220",
		"A call was over before it could be changed. Look at the calls of that time, if it happens often.",
	],
	["22005", "Calls waited at Twilio for too long. Ask Twilio's support to allow more calls per second."],
	[
		"23001-23006",
		"Twilio keeps no words or numbers (redaction), which does not go with other settings. Switch one of them off in the Twilio Console.",
	],
	[
		"31000-31999",
		"A call in a browser or a stream broke off. Look at the calls of that time; it is often the network.",
	],
	[
		"32001-32299",
		"A network refused or lost a call. Look at the calls of that time; try the number from another phone.",
	],
];
