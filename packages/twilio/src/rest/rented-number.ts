import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import * as z from "zod";

export interface RentedNumber {
	carrierId: string;
	number: string;
	/** Free text at the carrier; we store our marker there. */
	label: string;
	webhooks: NumberWebhooks;
	/** Webhooks with another method than POST. GET would log callers and texts in addresses. */
	notPosted: (keyof NumberWebhooks)[];
	/** An application or a trunk replaces the webhooks. */
	isOverridden: boolean;
	capabilities: { voice: boolean; sms: boolean };
}

export interface NumberWebhooks {
	voiceUrl: string;
	voiceFallbackUrl: string;
	statusUrl: string;
	smsUrl: string;
}

/** The public addresses of the Workers: one host on an own domain, two on workers.dev. */
export interface CarrierAddresses {
	voiceUrl: string;
	messagingUrl: string;
	/** Takes calls when the voice Worker fails; empty: another address of that Worker. */
	fallbackUrl: string;
}

/** The webhooks that every number of ours has. */
export function webhooksOf({ voiceUrl, messagingUrl, fallbackUrl }: CarrierAddresses): NumberWebhooks {
	const voice = trimEndSlashes(voiceUrl);
	const messaging = trimEndSlashes(messagingUrl);
	return {
		voiceUrl: `${voice}/ivr/inbound`,
		voiceFallbackUrl: fallbackUrl || `${voice}/ivr/fallback`,
		statusUrl: `${voice}/ivr/status`,
		smsUrl: `${messaging}/sms/inbound`,
	};
}

/** The webhooks with another address or method. */
export function findDrift(number: RentedNumber, wanted: NumberWebhooks): (keyof NumberWebhooks)[] {
	const names = Object.keys(wanted) as (keyof NumberWebhooks)[];
	return names.filter(
		(name) =>
			number.isOverridden || number.notPosted.includes(name) || number.webhooks[name] !== wanted[name],
	);
}

const text = z.string().nullish();
const isPosted = text.transform((method) => (method || "POST").toUpperCase() === "POST");
const capability = z.unknown().transform((value) => value !== false);

export const NumberResource = z
	.object({
		sid: z.string().regex(/^PN[0-9a-f]{32}$/i),
		phone_number: z.string().regex(/^\+\d{7,15}$/),
		friendly_name: text,
		voice_url: text,
		voice_fallback_url: text,
		status_callback: text,
		sms_url: text,
		voice_method: isPosted,
		voice_fallback_method: isPosted,
		status_callback_method: isPosted,
		sms_method: isPosted,
		voice_application_sid: text,
		trunk_sid: text,
		sms_application_sid: text,
		capabilities: z.object({ voice: capability, sms: capability }).catch({ voice: true, sms: true }),
	})
	.transform((number): RentedNumber => {
		const postedByName: Record<keyof NumberWebhooks, boolean> = {
			voiceUrl: number.voice_method,
			voiceFallbackUrl: number.voice_fallback_method,
			statusUrl: number.status_callback_method,
			smsUrl: number.sms_method,
		};
		const names = Object.keys(postedByName) as (keyof NumberWebhooks)[];
		return {
			carrierId: number.sid,
			number: number.phone_number,
			label: number.friendly_name ?? "",
			webhooks: {
				voiceUrl: number.voice_url ?? "",
				voiceFallbackUrl: number.voice_fallback_url ?? "",
				statusUrl: number.status_callback ?? "",
				smsUrl: number.sms_url ?? "",
			},
			notPosted: names.filter((name) => !postedByName[name]),
			capabilities: number.capabilities,
			isOverridden: Boolean(number.voice_application_sid || number.trunk_sid || number.sms_application_sid),
		};
	});

/** The webhooks as form fields. */
export function toWebhookForm(webhooks: NumberWebhooks): Record<string, string> {
	return {
		VoiceUrl: webhooks.voiceUrl,
		VoiceMethod: "POST",
		VoiceFallbackUrl: webhooks.voiceFallbackUrl,
		VoiceFallbackMethod: "POST",
		StatusCallback: webhooks.statusUrl,
		StatusCallbackMethod: "POST",
		SmsUrl: webhooks.smsUrl,
		SmsMethod: "POST",
	};
}
