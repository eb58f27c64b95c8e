import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import webhooks from "twilio/lib/webhooks/webhooks.js";
import { explainAuthToken } from "./auth-token.ts";

/** A repeated name has a list. */
export type WebhookParams = Record<string, string | string[]>;

/** TwiML webhooks have about 2 kB, a transcription of 120 s about 5 kB. */
const bodyBytesMax = 64 * 1024;

/** Twilio's largest webhooks have about sixty. */
const paramsMax = 500;

/** `params`: the first value of each name. `values`: all different ones, the form's first. */
export type VerifiedWebhook =
	| { ok: true; params: Record<string, string>; values: Map<string, string[]> }
	| { ok: false; status: 403 | 413; answer: string; reason: string };

/** Accepts only Twilio's signature for our configured address; the Host header is not trusted. */
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

/** Whether the account signed these values for our address of `url`. */
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

/** An unsigned request gets no reason. */
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

/** Tries the path with and without a trailing slash, and apostrophes, which URL parsers encode. */
function publicUrls(publicUrl: string, url: URL): string[] {
	const origin = trimEndSlashes(publicUrl);
	const bare = trimEndSlashes(url.pathname);
	const paths = url.pathname.endsWith("/") ? [url.pathname, bare] : [url.pathname, `${bare}/`];
	const queries = new Set([url.search, url.search.replaceAll("%27", "'")]);
	return paths.flatMap((path) => [...queries].map((query) => `${origin}${path}${query}`));
}

/** One pass: the sender of thousands of names is not verified yet. */
export function collectParams(search: URLSearchParams): WebhookParams {
	// The sender chooses names, also "__proto__".
	const params: WebhookParams = Object.create(null);
	for (const [name, value] of search) {
		const known = params[name];
		if (known === undefined) params[name] = value;
		else if (typeof known === "string") params[name] = [known, value];
		else known.push(value);
	}
	return params;
}

/** Keeps different values of one name; the reader decides which counts. */
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
