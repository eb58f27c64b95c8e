import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { createHmac } from "node:crypto";
import worker from "../../src/index.ts";
import { contact, mainLine, testEnv } from "./company.ts";

export function sidOf(word: string, prefix: "SM" | "MM" = "SM"): string {
	const hex = [...word].map((letter) => letter.charCodeAt(0).toString(16)).join("");
	return `${prefix}${hex.padEnd(32, "0").slice(0, 32)}`;
}

/** A list sends the name once for each value. */
export type WebhookForm = Record<string, string | string[]>;

export interface WebhookOptions {
	signature?: string | null;
	method?: "GET" | "POST";
	database?: D1Database;
	env?: Partial<MessagingEnv>;
}

/** Form body, signed over the public address. */
export async function sendWebhook(
	path: string,
	params: WebhookForm,
	options: WebhookOptions = {},
): Promise<Response> {
	const form = new URLSearchParams(
		Object.entries(params).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
	);
	const isGet = options.method === "GET";
	const url = `${testEnv.PUBLIC_URL}${path}${isGet ? `?${form}` : ""}`;
	const signature = options.signature === undefined ? sign(url, isGet ? {} : params) : options.signature;
	// The host of the request does not count, only the configured address.
	const request = new Request(url.replace("pbx.example.com", "another-host.example"), {
		method: isGet ? "GET" : "POST",
		headers: signature === null ? {} : { "x-twilio-signature": signature },
		body: isGet ? undefined : form,
	});
	const context = createExecutionContext();
	const bindings = { ...testEnv, ...options.env, DB: options.database ?? testEnv.DB };
	const response = await worker.fetch(request, bindings, context);
	await waitOnExecutionContext(context);
	return response;
}

/** With every parameter that Twilio sends. */
export function receive(
	word: string,
	body: string,
	more: WebhookForm = {},
	options: WebhookOptions = {},
): Promise<Response> {
	return sendWebhook(
		"/sms/inbound",
		{
			ToCountry: "US",
			FromCity: "",
			SmsMessageSid: sidOf(word),
			SmsSid: sidOf(word),
			MessageSid: sidOf(word),
			SmsStatus: "received",
			NumMedia: "0",
			NumSegments: "1",
			ReferralNumMedia: "0",
			ApiVersion: "2010-04-01",
			AccountSid: testEnv.TWILIO_ACCOUNT_SID,
			From: contact,
			To: mainLine,
			Body: body,
			...more,
		},
		options,
	);
}

export function report(carrierId: string, status: string, path = "/sms/status", errorCode?: number) {
	return sendWebhook(path, {
		MessageSid: carrierId,
		SmsSid: carrierId,
		MessageStatus: status,
		SmsStatus: status,
		AccountSid: testEnv.TWILIO_ACCOUNT_SID,
		ApiVersion: "2010-04-01",
		...(errorCode !== undefined && { ErrorCode: String(errorCode) }),
	});
}

/** Written from twilio.com/docs/usage/security, independent of the code that checks it. */
function sign(url: string, params: WebhookForm): string {
	const sorted = Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1));
	const pairs = sorted.flatMap(([name, value]) =>
		[...new Set([value].flat())].sort().map((one) => name + one),
	);
	const text = url + pairs.join("");
	return createHmac("sha1", testEnv.TWILIO_AUTH_TOKEN).update(text).digest("base64");
}
