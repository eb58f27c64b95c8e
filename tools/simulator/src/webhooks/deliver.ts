import { delay, type FaultEffect, takeFault } from "../faults.ts";
import { pathOf } from "./address.ts";
import type { CookieJar } from "./cookies.ts";
import { type LogEntry, logWebhook } from "./log.ts";
import { type ConnectionOverrides, isRetried, readOverrides } from "./overrides.ts";
import type { WebhookRequest } from "./request.ts";
import { type Delivery, type HttpExchange, sendHttp } from "./send-http.ts";
import type { WebhookContext } from "./webhook-context.ts";

export type DeliveryResult =
	| { ok: true; status: number; contentType: string | null; body: string; location: string | null }
	| { ok: false; code: number; reason: string };

/** `kind` decides about a retry. */
type Attempt = { kind: "answered" | "ct" | "rt" | "refused"; result: HttpExchange };

/** Maximum wait of an `outOfOrder` fault. */
const heldMillisecondsMax = 2000;

/** One logical request: signed, limited in time, retried by its overrides. */
export async function deliver(
	ctx: WebhookContext,
	request: WebhookRequest,
	token: string,
	cookies: CookieJar = new Map(),
): Promise<DeliveryResult> {
	const overrides = readOverrides(request.url);
	const deadline = Date.now() + overrides.totalTimeoutMilliseconds;
	for (let number = 1; ; number += 1) {
		const limitMilliseconds = Math.min(overrides.readTimeoutMilliseconds, deadline - Date.now());
		const attempt = await attemptWithFaults(
			ctx,
			{ request, token, cookies },
			{ number, limitMilliseconds: limitMilliseconds },
		);
		const mayRetry = number <= overrides.retryCount && Date.now() < deadline;
		if (!mayRetry || !isWorthRetry(overrides, attempt)) return toResult(attempt.result);
	}
}

async function attemptWithFaults(
	ctx: WebhookContext,
	delivery: Delivery,
	{ number, limitMilliseconds }: { number: number; limitMilliseconds: number },
): Promise<Attempt> {
	const { request } = delivery;
	const { generation } = ctx;
	const fault = takeFault(ctx, `webhook:${pathOf(request.url)}`);
	await delay(fault);
	const order = orderOf(request);
	// With one request held already, this is the one that overtakes it.
	const isHeld = fault?.outOfOrder && !ctx.held.has(order);
	if (isHeld) await untilOvertaken(ctx, order);
	const startedAt = Date.now();
	const send = () => sendHttp(ctx, delivery, limitMilliseconds);
	const log = (outcome: HttpExchange) => {
		if (generation !== ctx.generation) return;
		logWebhook(ctx, toLogEntry(request, outcome, number, startedAt));
	};
	const result = injected(fault) ?? (await send());
	if (fault?.duplicate) log(await send());
	const seen = fault?.dropAfterAccept && result.ok ? lost(result) : result;
	log(seen);
	if (!isHeld) ctx.held.get(order)?.();
	return { kind: seen.ok ? "answered" : seen.failure, result: seen };
}

/**
 * Requests with the same order can overtake each other: texts of a conversation, else all requests about one thing.
 */
function orderOf({ kind, params, aboutSid, url }: WebhookRequest): string {
	return kind === "message" ? `${params.From} ${params.To}` : (aboutSid ?? url);
}

async function untilOvertaken(ctx: WebhookContext, order: string): Promise<void> {
	await new Promise<void>((resolve) => {
		ctx.held.set(order, resolve);
		setTimeout(resolve, heldMillisecondsMax);
	});
	ctx.held.delete(order);
}

function lost({ url }: HttpExchange): HttpExchange {
	return { ok: false, url, failure: "rt", code: 11200, reason: "the answer was lost (fault)" };
}

function injected(fault: FaultEffect | null): HttpExchange | null {
	if (fault?.dropBeforeAccept) {
		return { ok: false, url: null, failure: "ct", code: 11205, reason: "connection refused (fault)" };
	}
	if (fault?.status === undefined) return null;
	const body = typeof fault.body === "string" ? fault.body : JSON.stringify(fault.body ?? "");
	return { ok: true, url: null, status: fault.status, contentType: "text/xml", body, location: null };
}

function isWorthRetry(overrides: ConnectionOverrides, { kind, result }: Attempt): boolean {
	if (kind === "refused") return false;
	if (!result.ok) return isRetried(overrides, kind === "ct" ? "ct" : "rt");
	if (result.status >= 500) return isRetried(overrides, "5xx");
	return result.status >= 400 && isRetried(overrides, "4xx");
}

function toResult(result: HttpExchange): DeliveryResult {
	if (!result.ok) return { ok: false, code: result.code, reason: result.reason };
	const { status, contentType, body, location } = result;
	return { ok: true, status, contentType, body, location };
}

function toLogEntry(
	request: WebhookRequest,
	result: HttpExchange,
	attempt: number,
	startedAt: number,
): LogEntry {
	return {
		request,
		attempt,
		startedAt,
		url: result.url,
		status: result.ok ? result.status : null,
		error: result.ok ? null : result.reason,
	};
}
