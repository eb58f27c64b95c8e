import { findNumber } from "../../numbers.ts";
import { readOptions } from "../../options.ts";
import { findServiceOf } from "../../registry/services.ts";
import { note, noteError, noteWarning } from "../../timeline/timeline.ts";
import type { TwimlDocument } from "../../twiml/document.ts";
import { childElements, type Element } from "../../twiml/element.ts";
import { type DeliveryResult, deliver } from "../../webhooks/deliver.ts";
import { redirectTarget } from "../../webhooks/redirect-target.ts";
import type { HttpMethod } from "../../webhooks/request.ts";
import type { Message } from "../message.ts";
import type { MessageContext } from "../message-context.ts";
import { inboundParams } from "./inbound-params.ts";
import { readReply } from "./read-reply.ts";

const redirectsMax = 10;

export interface ReplyRequest {
	url: string;
	method: HttpMethod;
}

type Failure = { code: number; reason: string; url: string };

/** Asks the fallback URL after a failure. Null when that fails too or does not exist. */
export async function fetchReply(
	ctx: MessageContext,
	message: Message,
	request: ReplyRequest,
): Promise<TwimlDocument | null> {
	const first = await requestReply(ctx, message, request, {});
	if (!("reason" in first)) return first;
	noteError(ctx, message.sid, first.code, `${first.reason} (${first.url})`);
	const fallback = fallbackOf(ctx, message.to);
	if (!fallback || fallback.url === request.url) return null;
	const second = await requestReply(ctx, message, fallback, {
		ErrorCode: String(first.code),
		ErrorUrl: first.url,
	});
	if (!("reason" in second)) return second;
	noteError(ctx, message.sid, second.code, `fallback: ${second.reason} (${second.url})`);
	return null;
}

function fallbackOf(ctx: MessageContext, to: string): ReplyRequest | null {
	const number = findNumber(ctx, to);
	const service = number && findServiceOf(ctx, number);
	if (service && !service.useInboundWebhookOnNumber)
		return service.fallbackUrl ? { url: service.fallbackUrl, method: service.fallbackMethod } : null;
	return number?.smsFallbackUrl ? { url: number.smsFallbackUrl, method: number.smsFallbackMethod } : null;
}

async function requestReply(
	ctx: MessageContext,
	message: Message,
	request: ReplyRequest,
	more: Record<string, string>,
): Promise<TwimlDocument | Failure> {
	let { url, method } = request;
	let params: Record<string, string> = { ...inboundParams(ctx, message), ...more };
	for (let redirects = 0; ; redirects += 1) {
		const about = { aboutSid: message.sid, kind: more.ErrorCode ? "fallback" : "message" };
		const result = await deliver(ctx, { ...about, method, url, params }, message.webhookToken);
		const location = redirectTarget(result, url);
		if (location === null) return readDocument(ctx, message, { url, method }, result);
		if (redirects === redirectsMax) return { code: 11215, reason: "too many HTTP redirects", url };
		const warning = `redirected to ${location}: POST parameters are not sent again`;
		noteWarning(ctx, message.sid, null, warning);
		[url, method, params] = [location, "GET", {}];
	}
}

function readDocument(
	ctx: MessageContext,
	message: Message,
	request: ReplyRequest,
	result: DeliveryResult,
): TwimlDocument | Failure {
	const url = request.url.split("#")[0] ?? request.url;
	if (!result.ok) return { code: result.code, reason: result.reason, url };
	if (result.status >= 300) return { code: 11200, reason: `HTTP status ${result.status}`, url };
	const response = readReply(result, readOptions(ctx.sql).plainTextIsSent);
	if ("code" in response) return { ...response, url };
	note(ctx, message.sid, { kind: "twiml", text: result.body, detail: { url } });
	return {
		verbs: usableVerbs(ctx, message, response),
		request: { ...request, params: {}, kind: "message" },
	};
}

function usableVerbs(ctx: MessageContext, message: Message, response: Element): Element[] {
	return childElements(response).filter(({ name }) => {
		const isKnown = name === "Message" || name === "Redirect";
		if (!isKnown) noteWarning(ctx, message.sid, 14110, `<${name}> is not allowed here; skipped`);
		return isKnown;
	});
}
