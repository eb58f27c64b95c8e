import webhooks from "twilio/lib/webhooks/webhooks.js";

/** The value of `X-Twilio-Signature` for a form that is posted to `url`, made as Twilio makes it. */
export function signWebhook(authToken: string, url: string, params: Record<string, string>): string {
	return webhooks.getExpectedTwilioSignature(authToken, url, params);
}
