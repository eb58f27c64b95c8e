import { createHmac } from "node:crypto";

export type WebhookParams = Record<string, string>;

export function postWebhook(url: string, params: WebhookParams, signature: string): Promise<Response> {
	return fetch(url, {
		method: "POST",
		headers: { "x-twilio-signature": signature },
		body: new URLSearchParams(params),
	});
}

/** Signs a form for `url`. Written from Twilio's description, without the project's code. */
export function signWebhook(authToken: string, url: string, params: WebhookParams): string {
	const sorted = Object.keys(params).sort();
	return createHmac("sha1", authToken)
		.update(url + sorted.map((name) => `${name}${params[name]}`).join(""))
		.digest("base64");
}
