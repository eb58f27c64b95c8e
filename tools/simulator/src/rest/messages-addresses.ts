import type { Exchange } from "../exchange.ts";
import { isOptedOut } from "../messages/opt-outs.ts";
import { capabilitiesOf, findNumber, isE164, isTollFree } from "../numbers.ts";
import { readOptions } from "../options.ts";
import { readBehaviour } from "../phones.ts";
import { RestError } from "./rest-error.ts";

type Refusal = readonly [code: number, message: (address: string) => string];

const INVALID_TO: Refusal = [21211, (to) => `Invalid 'To' Phone Number: ${to}`];
const INVALID_FROM: Refusal = [21212, (from) => `Invalid From Number (caller ID): ${from}`];
const FOREIGN_FROM: Refusal = [
	21606,
	(from) => `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number`,
];
const FULL_QUEUE: Refusal = [
	21611,
	(from) => `The 'From' number ${from} has exceeded the maximum number of queued messages`,
];
const UNSUBSCRIBED: Refusal = [21610, () => "Attempt to send to unsubscribed recipient"];

/** Twilio's magic numbers of test credentials. */
const MAGIC_TO: Readonly<Record<string, Refusal>> = {
	"+15005550001": INVALID_TO,
	"+15005550002": [21612, (to) => `The 'To' phone number ${to} is not currently reachable via SMS`],
	"+15005550003": [21408, (to) => `Permission to send an SMS has not been enabled for the region of ${to}`],
	"+15005550004": UNSUBSCRIBED,
	"+15005550009": [21614, (to) => `'To' number is not a valid mobile number: ${to}`],
};
const MAGIC_FROM: Readonly<Record<string, Refusal>> = {
	"+15005550001": INVALID_FROM,
	"+15005550007": FOREIGN_FROM,
	"+15005550008": FULL_QUEUE,
};
const MAGIC_SENDER = "+15005550006";

/** Codes of texts that were refused by REST begin at 20000, those of texts that were accepted at 30000. */
const REST_CODES = { min: 20_000, max: 29_999 };

/** Who texts whom, or why that cannot be. */
export function checkAddresses(exchange: Exchange, form: URLSearchParams): { from: string; to: string } {
	const to = form.get("To")?.trim() ?? "";
	const from = form.get("From")?.trim() ?? "";
	if (!to) throw new RestError(400, 21604, "A 'To' phone number is required.");
	if (!from) throw new RestError(400, 21603, "A 'From' phone number is required.");
	refuse(MAGIC_TO[to], to);
	if (!isE164(to) || to === from) refuse(INVALID_TO, to);
	refuse(MAGIC_FROM[from], from);
	if (!isE164(from)) refuse(INVALID_FROM, from);
	const sender = findNumber(exchange, from);
	if (from !== MAGIC_SENDER && !(sender && capabilitiesOf(sender).sms)) refuse(FOREIGN_FROM, from);
	const isBlockedAtOnce = !isTollFree(from) || readOptions(exchange.sql).tollFreeOptOut === "21610";
	if (isBlockedAtOnce && isOptedOut(exchange, from, to)) refuse(UNSUBSCRIBED, to);
	refuse(refusalOfPhone(exchange, to), to);
	return { from, to };
}

function refuse(refusal: Refusal | null | undefined, address: string): void {
	if (refusal) throw new RestError(400, refusal[0], refusal[1](address));
}

/** A phone that fails with a code of REST, such as 21614 of a landline, is refused at once. */
function refusalOfPhone(exchange: Exchange, to: string): Refusal | null {
	const { onMessage, errorCode } = readBehaviour(exchange, to);
	if (onMessage !== "fail" || errorCode === null) return null;
	const isOfRest = errorCode >= REST_CODES.min && errorCode <= REST_CODES.max;
	return isOfRest ? [errorCode, () => `The message to ${to} is refused with error ${errorCode}`] : null;
}
