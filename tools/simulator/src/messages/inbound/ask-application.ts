import { findNumber, type PhoneNumber } from "../../numbers.ts";
import { findServiceOf } from "../../registry/services.ts";
import { noteWarning } from "../../timeline/timeline.ts";
import { resolveUrl, type TwimlDocument } from "../../twiml/document.ts";
import { changeMessage } from "../change-status.ts";
import type { Message } from "../message.ts";
import type { SendingContext } from "../sending/sender-queue.ts";
import { fetchReply, type ReplyRequest } from "./fetch-reply.ts";
import { ownText } from "./read-reply.ts";
import { sendReply } from "./send-reply.ts";

const repliesMax = 10;
const documentsMax = 50;

export async function askApplication(ctx: SendingContext, sid: string): Promise<void> {
	const message = ctx.messages.find(sid);
	const number = message && findNumber(ctx, message.to);
	if (!message || !number) return;
	if (number.smsApplicationSid) {
		noteWarning(ctx, sid, null, "TwiML Apps are not simulated; SmsUrl is used");
	}
	const asked = inboundWebhook(ctx, number);
	if (asked) await converse(ctx, message, asked);
	else noteWarning(ctx, sid, null, `nobody was asked: ${message.to} has no address for its texts`);
	changeMessage(ctx, sid, { isUnfinished: false });
}

/** The number's Messaging Service decides, if it wants to. Null: no application hears of the text. */
function inboundWebhook(ctx: SendingContext, number: PhoneNumber): ReplyRequest | null {
	const service = findServiceOf(ctx, number);
	if (service && !service.useInboundWebhookOnNumber) {
		const url = service.inboundRequestUrl;
		return url ? { url, method: service.inboundMethod } : null;
	}
	return number.smsUrl ? { url: number.smsUrl, method: number.smsMethod } : null;
}

async function converse(ctx: SendingContext, message: Message, start: ReplyRequest): Promise<void> {
	let next: ReplyRequest | null = start;
	let replies = 0;
	for (let documents = 0; next; documents += 1) {
		if (documents === documentsMax) return noteWarning(ctx, message.sid, 14106, "more than 50 documents");
		const document: TwimlDocument | null = await fetchReply(ctx, message, next);
		if (!document || !ctx.messages.find(message.sid)) return;
		next = null;
		for (const verb of document.verbs) {
			if (verb.name === "Redirect") {
				next = redirectTarget(ctx, message, document, verb);
				break;
			}
			replies += 1;
			if (replies > repliesMax)
				return noteWarning(ctx, message.sid, 14109, "more than 10 replies to one text");
			sendReply(ctx, message, document, verb);
		}
	}
}

function redirectTarget(
	ctx: SendingContext,
	message: Message,
	document: TwimlDocument,
	verb: TwimlDocument["verbs"][number],
): ReplyRequest | null {
	const url = resolveUrl(document, ownText(verb));
	if (!url) noteWarning(ctx, message.sid, 11100, `<Redirect> to nowhere: ${ownText(verb)}`);
	return url ? { url, method: verb.attributes.method?.toUpperCase() === "GET" ? "GET" : "POST" } : null;
}
