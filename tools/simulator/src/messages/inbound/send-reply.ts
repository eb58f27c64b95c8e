import { findNumber, isTollFree } from "../../numbers.ts";
import { readOptions } from "../../options.ts";
import { noteWarning } from "../../timeline/timeline.ts";
import { resolveUrl, type TwimlDocument } from "../../twiml/document.ts";
import type { Element } from "../../twiml/element.ts";
import { countSegments } from "../count-segments.ts";
import { bodyCharactersMax, type Message, mediaMax, type StatusCallback } from "../message.ts";
import { isOptedOut } from "../opt-outs/opt-outs.ts";
import type { SendingContext } from "../sending/sender-queue.ts";
import { getSenderQueue } from "../sending/sender-queue.ts";
import { submitFailure, submitMessage } from "../sending/submit-message.ts";
import { readMessageVerb } from "./read-reply.ts";
import { isReplyLoop } from "./reply-loop.ts";

export function sendReply(
	ctx: SendingContext,
	inbound: Message,
	document: TwimlDocument,
	verb: Element,
): void {
	const warn: Warn = (code, text) => noteWarning(ctx, inbound.sid, code, text);
	const to = verb.attributes.to?.trim() || inbound.from;
	const from = verb.attributes.from?.trim() || inbound.to;
	const { body, mediaUrls, unknown } = readMessageVerb(verb);
	for (const name of unknown) warn(12200, `<${name}> is not allowed in <Message>; skipped`);
	const problem = findProblem(ctx, { from, to, body, mediaUrls });
	if (problem) return void warn(...problem);
	const text = {
		from,
		to,
		body,
		mediaUrls: mediaUrls.map((url) => resolveUrl(document, url) ?? url),
		direction: "outbound-reply" as const,
		statusCallback: readCallback(document, verb, warn),
	};
	const failure = findFailure(ctx, text);
	if (failure === null) submitMessage(ctx, text);
	else submitFailure(ctx, text, failure);
}

type Warn = (code: number, text: string) => void;

function findProblem(
	ctx: SendingContext,
	{ from, to, body, mediaUrls }: Pick<Message, "from" | "to" | "body" | "mediaUrls">,
): Parameters<Warn> | null {
	if (!isAddress(to) || to === from) return [14101, `"to" is no number that can be texted: ${to}`];
	if (!findNumber(ctx, from)) return [14102, `"from" is no number of the account: ${from}`];
	if (!body && mediaUrls.length === 0) return [14103, "the message is empty"];
	if (body.length > bodyCharactersMax) return [14103, "the body exceeds 1600 characters"];
	if (mediaUrls.length > mediaMax) return [14103, "the message has more than 10 files"];
	return null;
}

function findFailure(
	ctx: SendingContext,
	{ from, to, body }: { from: string; to: string; body: string },
): number | null {
	const isBlockedAtOnce = !isTollFree(from) || readOptions(ctx.sql).tollFreeOptOut === "21610";
	if (isBlockedAtOnce && isOptedOut(ctx, from, to)) return 21610;
	if (isReplyLoop(ctx, from, to)) return 14107;
	return getSenderQueue(ctx, from).isFull(countSegments(body).segments) ? 30001 : null;
}

function readCallback(document: TwimlDocument, { attributes }: Element, warn: Warn): StatusCallback | null {
	const written = attributes.statusCallback ?? attributes.action;
	if (!written) return null;
	const url = resolveUrl(document, written);
	if (!url) warn(14105, `the status callback is no address: ${written}`);
	return url ? { url, method: attributes.method?.toUpperCase() === "GET" ? "GET" : "POST" } : null;
}

/** Short codes count: a text may have come from one. */
function isAddress(text: string): boolean {
	return /^\+[1-9]\d{6,14}$/.test(text) || /^\d{3,8}$/.test(text);
}
