import webhooks from "twilio/lib/webhooks/webhooks.js";

/** A webhook as the carrier would sign it: for asking our own addresses whether they answer. */
export function signWebhook(
	authToken: string,
	url: string,
	params: Record<string, string>,
): { body: string; signature: string } {
	const body = new URLSearchParams(params).toString();
	return { body, signature: webhooks.getExpectedTwilioSignature(authToken, url, params) };
}
