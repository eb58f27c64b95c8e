import type { NetworkContext } from "../../context.ts";
import { isOptedOut } from "../../messages/opt-outs/opt-outs.ts";
import { capabilitiesOf, findNumber, isE164, isTollFree } from "../../numbers.ts";
import { readOptions } from "../../options.ts";
import { readBehaviour } from "../../phones.ts";
import { RestError } from "../rest-error.ts";

type Refusal = readonly [code: number, message: (address: string) => string];

const invalidTo: Refusal = [21211, (to) => `Invalid 'To' Phone Number: ${to}`];
const invalidFrom: Refusal = [21212, (from) => `Invalid From Number (caller ID): ${from}`];
const foreignFrom: Refusal = [
	21606,
	(from) => `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number`,
];
const fullQueue: Refusal = [
	21611,
	(from) => `The 'From' number ${from} has exceeded the maximum number of queued messages`,
];
const unsubscribed: Refusal = [21610, () => "Attempt to send to unsubscribed recipient"];

/** Twilio's magic numbers of test credentials. */
const magicTo: Readonly<Record<string, Refusal>> = {
	"+15005550001": invalidTo,
	"+15005550002": [21612, (to) => `The 'To' phone number ${to} is not currently reachable via SMS`],
	"+15005550003": [21408, (to) => `Permission to send an SMS has not been enabled for the region of ${to}`],
	"+15005550004": unsubscribed,
	"+15005550009": [21614, (to) => `'To' number is not a valid mobile number: ${to}`],
};
const magicFrom: Readonly<Record<string, Refusal>> = {
	"+15005550001": invalidFrom,
	"+15005550007": foreignFrom,
	"+15005550008": fullQueue,
};
const magicSender = "+15005550006";

/** Codes of refused texts. Accepted texts fail with 30000 and above. */
const restCodes = { min: 20_000, max: 29_999 };

export function checkAddresses(ctx: NetworkContext, form: URLSearchParams): { from: string; to: string } {
	const to = form.get("To")?.trim() ?? "";
	const from = form.get("From")?.trim() ?? "";
	if (!to) throw new RestError(400, 21604, "A 'To' phone number is required.");
	if (!from) throw new RestError(400, 21603, "A 'From' phone number is required.");
	refuse(magicTo[to], to);
	if (!isE164(to) || to === from) refuse(invalidTo, to);
	refuse(magicFrom[from], from);
	if (!isE164(from)) refuse(invalidFrom, from);
	const sender = findNumber(ctx, from);
	if (from !== magicSender && !(sender && capabilitiesOf(sender).sms)) refuse(foreignFrom, from);
	const isBlockedAtOnce = !isTollFree(from) || readOptions(ctx.sql).tollFreeOptOut === "21610";
	if (isBlockedAtOnce && isOptedOut(ctx, from, to)) refuse(unsubscribed, to);
	refuse(refusalOfPhone(ctx, to), to);
	return { from, to };
}

function refuse(refusal: Refusal | null | undefined, address: string): void {
	if (refusal) throw new RestError(400, refusal[0], refusal[1](address));
}

/** A phone with an error code of REST, such as 21614 of a landline, is refused at once. */
function refusalOfPhone(ctx: NetworkContext, to: string): Refusal | null {
	const { onMessage, errorCode } = readBehaviour(ctx, to);
	if (onMessage !== "fail" || errorCode === null) return null;
	const isOfRest = errorCode >= restCodes.min && errorCode <= restCodes.max;
	return isOfRest ? [errorCode, () => `The message to ${to} is refused with error ${errorCode}`] : null;
}
