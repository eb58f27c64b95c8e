import webhooks from "twilio/lib/webhooks/webhooks.js";

/** Returns `X-Twilio-Signature` of a form. */
export function signWebhook(authToken: string, url: string, params: Record<string, string>): string {
	return webhooks.getExpectedTwilioSignature(authToken, url, params);
}
