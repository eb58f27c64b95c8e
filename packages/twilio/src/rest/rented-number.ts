import type { IncomingPhoneNumberInstance } from "twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js";
import { CarrierFailure, unknownOutcome } from "./carrier-result.ts";

/** A number as the carrier has it. */
export interface RentedNumber {
	carrierId: string;
	/** E.164. */
	number: string;
	/** The carrier's name for it, free text; we put our marker there. */
	label: string;
	webhooks: NumberWebhooks;
	/** Those asked by another method than POST: with GET, callers and texts would stand in addresses, which are logged. */
	notPosted: (keyof NumberWebhooks)[];
	/** Something at the carrier that wins over the webhooks: an application or a trunk. */
	isOverridden: boolean;
	/** Whether it takes calls and texts at all. */
	capabilities: { voice: boolean; sms: boolean };
}

/** Where calls, their end, and texts of a number go. */
export interface NumberWebhooks {
	voiceUrl: string;
	voiceFallbackUrl: string;
	statusUrl: string;
	smsUrl: string;
}

/** Where the carrier reaches each Worker that it calls: the same host on a domain of one's own, two on workers.dev. */
export interface CarrierAddresses {
	voiceUrl: string;
	messagingUrl: string;
	/** What takes calls when the voice Worker does not answer; empty: another address of that Worker. */
	fallbackUrl: string;
}

/** Every number of ours has these. */
export function webhooksOf({ voiceUrl, messagingUrl, fallbackUrl }: CarrierAddresses): NumberWebhooks {
	const voice = voiceUrl.replace(/\/+$/, "");
	const messaging = messagingUrl.replace(/\/+$/, "");
	return {
		voiceUrl: `${voice}/ivr/inbound`,
		voiceFallbackUrl: fallbackUrl || `${voice}/ivr/fallback`,
		statusUrl: `${voice}/ivr/status`,
		smsUrl: `${messaging}/sms/inbound`,
	};
}

/** Which of the webhooks differ, in address or method; empty when calls and texts come to us as they should. */
export function findDrift(number: RentedNumber, wanted: NumberWebhooks): (keyof NumberWebhooks)[] {
	const names = Object.keys(wanted) as (keyof NumberWebhooks)[];
	return names.filter(
		(name) =>
			number.isOverridden || number.notPosted.includes(name) || number.webhooks[name] !== wanted[name],
	);
}

/** An answer without a number in it says nothing about what happened. */
export function readRentedNumber(instance: IncomingPhoneNumberInstance): RentedNumber {
	const { sid, phoneNumber } = instance;
	if (!/^PN[0-9a-f]{32}$/i.test(sid) || !/^\+\d{7,15}$/.test(phoneNumber))
		throw new CarrierFailure(unknownOutcome);
	return {
		carrierId: sid,
		number: phoneNumber,
		label: instance.friendlyName ?? "",
		webhooks: {
			voiceUrl: instance.voiceUrl ?? "",
			voiceFallbackUrl: instance.voiceFallbackUrl ?? "",
			statusUrl: instance.statusCallback ?? "",
			smsUrl: instance.smsUrl ?? "",
		},
		notPosted: readNotPosted(instance),
		capabilities: readCapabilities(instance),
		isOverridden: Boolean(instance.voiceApplicationSid || instance.trunkSid || instance.smsApplicationSid),
	};
}

/** What Twilio does not deny counts as possible. */
function readCapabilities({ capabilities }: IncomingPhoneNumberInstance): RentedNumber["capabilities"] {
	return { voice: capabilities?.voice !== false, sms: capabilities?.sms !== false };
}

/** Twilio's own default is POST (twilio.com/docs/phone-numbers/api/incomingphonenumber-resource). */
function readNotPosted(instance: IncomingPhoneNumberInstance): (keyof NumberWebhooks)[] {
	const methods: Record<keyof NumberWebhooks, string | null | undefined> = {
		voiceUrl: instance.voiceMethod,
		voiceFallbackUrl: instance.voiceFallbackMethod,
		statusUrl: instance.statusCallbackMethod,
		smsUrl: instance.smsMethod,
	};
	const names = Object.keys(methods) as (keyof NumberWebhooks)[];
	return names.filter((name) => (methods[name] || "POST").toUpperCase() !== "POST");
}

/** The webhooks as the carrier's parameters. */
export function webhookParams(webhooks: NumberWebhooks) {
	return {
		voiceUrl: webhooks.voiceUrl,
		voiceMethod: "POST",
		voiceFallbackUrl: webhooks.voiceFallbackUrl,
		voiceFallbackMethod: "POST",
		statusCallback: webhooks.statusUrl,
		statusCallbackMethod: "POST",
		smsUrl: webhooks.smsUrl,
		smsMethod: "POST",
	};
}
