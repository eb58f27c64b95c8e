import { readOptions } from "../options.ts";
import {
	isLoopback,
	signedUrl,
	splitCredentials,
	withoutFragment,
	withQuery,
	withSortedQuery,
} from "./address.ts";
import { canConnect } from "./can-connect.ts";
import { type CookieJar, keepCookies } from "./cookies.ts";
import type { WebhookRequest } from "./request.ts";
import { signRequest } from "./signature.ts";
import type { WebhookContext } from "./webhook-context.ts";

/** `url` is the signed one, null when nothing was sent. `ct` and `rt` as in connection overrides. */
export type HttpExchange =
	| {
			ok: true;
			url: string | null;
			status: number;
			contentType: string | null;
			body: string;
			location: string | null;
	  }
	| { ok: false; url: string | null; failure: "ct" | "rt" | "refused"; code: number; reason: string };

/** One logical request. Each try has the same token. */
export interface Delivery {
	request: WebhookRequest;
	token: string;
	cookies: CookieJar;
}

export async function sendHttp(
	ctx: WebhookContext,
	{ request, token, cookies }: Delivery,
	limitMilliseconds: number,
): Promise<HttpExchange> {
	const isPost = request.method === "POST";
	const address = isPost ? withoutFragment(request.url) : withQuery(request.url, request.params);
	// The signature covers the sent form: fetch writes `'` in a query as %27.
	const url = signedUrl(URL.canParse(address) ? new URL(address).href : address);
	if (!isLoopback(address)) {
		const reason = "only loopback addresses are called by the simulated network";
		return { ok: false, url, failure: "refused", code: 11205, reason };
	}
	const { credentials, bare } = splitCredentials(address);
	const { host } = new URL(bare);
	const cookie = cookies.get(host);
	const form = isPost ? request.params : {};
	const headers = {
		"x-twilio-signature": await signRequest(ctx.account.authToken, url, form),
		"i-twilio-idempotency-token": token,
		"user-agent": "TwilioProxy/1.1",
		accept: "*/*",
		...(credentials && { authorization: `Basic ${btoa(credentials)}` }),
		...(cookie && { cookie }),
	};
	const target = readOptions(ctx.sql).sortQueryKeys ? withSortedQuery(bare) : bare;
	try {
		const response = await fetch(target, {
			method: request.method,
			headers,
			redirect: "manual",
			signal: AbortSignal.timeout(Math.max(1, limitMilliseconds)),
			...(isPost && { body: new URLSearchParams(form) }),
		});
		const body = await response.text();
		if (isFailureOfMiniflare(response, body)) return await toFailure(url, target, new Error("fetch failed"));
		keepCookies(cookies, host, response.headers);
		return {
			ok: true,
			url,
			status: response.status,
			contentType: response.headers.get("content-type"),
			body,
			location: response.headers.get("location"),
		};
	} catch (error) {
		return await toFailure(url, target, error);
	}
}

async function toFailure(url: string, target: string, error: unknown): Promise<HttpExchange> {
	const name = error instanceof Error ? error.name : "";
	if (name === "TimeoutError" || name === "AbortError") {
		return { ok: false, url, failure: "rt", code: 11200, reason: "no answer in time" };
	}
	if (await canConnect(target)) {
		return {
			ok: false,
			url,
			failure: "rt",
			code: 11200,
			reason: "the connection was dropped before the answer",
		};
	}
	return { ok: false, url, failure: "ct", code: 11205, reason: "could not connect" };
}

/** A failed request comes back as status 500 with Node's error as its text (miniflare 5.20261102). */
function isFailureOfMiniflare(response: Response, body: string): boolean {
	return response.status === 500 && body.startsWith("TypeError: fetch failed");
}
