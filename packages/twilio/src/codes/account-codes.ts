import type { Codes } from "./read-codes.ts";

/** `retry`: the same request may succeed later. `request`: our request was wrong. */
export type AccountProblem = "credentials" | "inactive" | "trial" | "retry" | "request";

/** Errors of any request: codes, problem, and words. Source: twilio.com/docs/api/errors, read November 2026. */
export const accountCodes: readonly (readonly [Codes, AccountProblem, string])[] = [
	[
		"20003 20151",
		"credentials",
		"Twilio does not accept our credentials. Check the account id and token, and that the account is active.",
	],
	[
		"20101-20107 20152-20160",
		"credentials",
		"Twilio does not accept our access token. Check the account id and token, and this machine's clock.",
	],
	[
		"20008",
		"credentials",
		"These are Twilio's test credentials, which buy and send nothing. Set the account's live credentials.",
	],
	[
		"20006 20403",
		"credentials",
		"These credentials may not do this. Use the main credentials of the account that owns the numbers.",
	],
	[
		"10001 20005 21470-21480 90010",
		"inactive",
		"The Twilio account is suspended, closed or not the right one. Sign in to the Twilio Console and settle it there.",
	],
	[
		"20010 30037",
		"inactive",
		"Twilio has switched this off for the account. Ask Twilio's support to switch it on.",
	],
	[
		"10002 21404",
		"trial",
		"A Twilio trial account may not do this; it has one number at most. Upgrade the account in the Twilio Console.",
	],
	["20429", "retry", "Twilio is asked too much at once; we try again."],
	["20409 20162 21730", "retry", "Twilio is busy with another change of the same thing; we try again."],
	[
		"20500 20503 20504",
		"retry",
		"Something failed at Twilio. Try again; if it stays so, look at status.twilio.com.",
	],
	["20404 20410", "request", "Twilio no longer has this. Check the numbers, and repair what is missing."],
	[
		"20001 20002 20004 20007 20009 20011 20012 20020-20023 20413 20422 20423 20426 21481 30400 30404",
		"request",
		"Twilio did not understand the request. Update this system; if it stays so, ask Twilio's support.",
	],
];
