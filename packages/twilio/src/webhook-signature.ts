import webhooks from "twilio/lib/webhooks/webhooks.js";
import { explainAuthToken } from "./auth-token.ts";

/** The values of a webhook by name; a name sent more than once has a list. */
export type WebhookParams = Record<string, string | string[]>;

/** Largest body read: TwiML webhooks carry about 2 kB, a transcription of 120 s at most about 5 kB. */
const bodyBytesMax = 64 * 1024;

/** Twilio's largest webhooks carry about sixty. */
const paramsMax = 500;

/** `params`: the first value of each name. `values`: all different ones, of the form before those of the query. */
export type VerifiedWebhook =
	| { ok: true; params: Record<string, string>; values: Map<string, string[]> }
	| { ok: false; status: 403 | 413; answer: string; reason: string };

/**
 * Reads a webhook and believes it only when it carries Twilio's signature for our public address
 * (twilio.com/docs/usage/security). The address is configuration: the Host header is the sender's word.
 */
export async function readSignedWebhook(
	request: Request,
	account: { authToken: string; publicUrl: string },
): Promise<VerifiedWebhook> {
	if (explainAuthToken(account.authToken) !== null) return refuse(403, "auth token not set or too short");
	const signature = request.headers.get("x-twilio-signature");
	if (!signature) return refuse(403, "signature missing");
	const body = request.method === "POST" ? await readBounded(request) : "";
	if (body === null) return refuse(413, "body too large");

	const url = new URL(request.url);
	const form = new URLSearchParams(body);
	if (form.size > paramsMax) return refuse(413, "too many parameters");
	const signedParams = collectParams(form);
	if (!isSigned(account, signature, url, signedParams)) return refuse(403, "signature wrong");
	const values = collectValues([form, url.searchParams]);
	return { ok: true, params: firstValues({ ...collectParams(url.searchParams), ...signedParams }), values };
}

/** Whether the account signed these values for our address below which `url` lies. */
export function isSigned(
	account: { authToken: string; publicUrl: string },
	signature: string,
	url: URL,
	params: WebhookParams,
): boolean {
	return publicUrls(account.publicUrl, url).some((address) =>
		webhooks.validateRequest(account.authToken, signature, address, params),
	);
}

/** A request without a signature gets no reason. */
function refuse(status: 403 | 413, reason: string): VerifiedWebhook {
	const answers = {
		403: "This address answers signed webhooks only.",
		413: `A webhook has at most ${bodyBytesMax} bytes and ${paramsMax} parameters.`,
	};
	return { ok: false, status, answer: answers[status], reason };
}

async function readBounded(request: Request): Promise<string | null> {
	if (Number(request.headers.get("content-length") ?? 0) > bodyBytesMax) return null;
	const decoder = new TextDecoder();
	let text = "";
	let bytes = 0;
	for await (const chunk of request.body ?? []) {
		bytes += chunk.byteLength;
		if (bytes > bodyBytesMax) return null;
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

/**
 * The path as asked for and with its trailing slash the other way round, and the query with its apostrophes as Twilio
 * wrote them: URL parsers turn them into %27. The ports are tried by Twilio's own code.
 */
function publicUrls(publicUrl: string, url: URL): string[] {
	const origin = publicUrl.replace(/\/+$/, "");
	const bare = url.pathname.replace(/\/+$/, "");
	const paths = url.pathname.endsWith("/") ? [url.pathname, bare] : [url.pathname, `${bare}/`];
	const queries = new Set([url.search, url.search.replaceAll("%27", "'")]);
	return paths.flatMap((path) => [...queries].map((query) => `${origin}${path}${query}`));
}

/** In one pass: whoever sends thousands of names has not proved yet that he may. */
export function collectParams(search: URLSearchParams): WebhookParams {
	// A name is the sender's choice, "__proto__" too.
	const params: WebhookParams = Object.create(null);
	for (const [name, value] of search) {
		const known = params[name];
		if (known === undefined) params[name] = value;
		else if (typeof known === "string") params[name] = [known, value];
		else known.push(value);
	}
	return params;
}

/** Different values of one name are two opinions of what was sent; which of them counts is the reader's matter. */
function collectValues(searches: readonly URLSearchParams[]): Map<string, string[]> {
	const values = new Map<string, Set<string>>();
	for (const [name, value] of searches.flatMap((search) => [...search])) {
		values.set(name, (values.get(name) ?? new Set()).add(value));
	}
	return new Map([...values].map(([name, known]) => [name, [...known]]));
}

function firstValues(params: WebhookParams): Record<string, string> {
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? (value[0] ?? "") : value]),
	);
}
