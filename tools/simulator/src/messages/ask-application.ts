import { noteWarning } from "../calls/timeline.ts";
import type { Exchange } from "../exchange.ts";
import { findNumber } from "../numbers.ts";
import { resolveUrl, type TwimlDocument } from "../twiml/document.ts";
import { changeMessage } from "./change-status.ts";
import { fetchReply, type ReplyRequest } from "./fetch-reply.ts";
import type { Message } from "./message.ts";
import { ownText } from "./read-reply.ts";
import { sendReply } from "./send-reply.ts";

const REPLIES_MAX = 10;
const DOCUMENTS_MAX = 50;

/** Tells the application of an inbound text and does what it answers. */
export async function askApplication(exchange: Exchange, sid: string): Promise<void> {
	const message = exchange.messages.find(sid);
	const number = message && findNumber(exchange, message.to);
	if (!message || !number) return;
	if (number.smsApplicationSid) {
		noteWarning(exchange, sid, null, "TwiML Apps are not simulated; SmsUrl is used");
	}
	if (number.smsUrl) await converse(exchange, message, { url: number.smsUrl, method: number.smsMethod });
	else noteWarning(exchange, sid, null, `${message.to} has no SmsUrl: nobody was asked`);
	changeMessage(exchange, sid, { isUnfinished: false });
}

async function converse(exchange: Exchange, message: Message, start: ReplyRequest): Promise<void> {
	let next: ReplyRequest | null = start;
	let replies = 0;
	for (let documents = 0; next; documents += 1) {
		if (documents === DOCUMENTS_MAX)
			return noteWarning(exchange, message.sid, 14106, "more than 50 documents");
		const document: TwimlDocument | null = await fetchReply(exchange, message, next);
		if (!document || !exchange.messages.find(message.sid)) return;
		next = null;
		for (const verb of document.verbs) {
			if (verb.name === "Redirect") {
				next = redirectTarget(exchange, message, document, verb);
				break;
			}
			replies += 1;
			if (replies > REPLIES_MAX)
				return noteWarning(exchange, message.sid, 14109, "more than 10 replies to one text");
			sendReply(exchange, message, document, verb);
		}
	}
}

function redirectTarget(
	exchange: Exchange,
	message: Message,
	document: TwimlDocument,
	verb: TwimlDocument["verbs"][number],
): ReplyRequest | null {
	const url = resolveUrl(document, ownText(verb));
	if (!url) noteWarning(exchange, message.sid, 11100, `<Redirect> to nowhere: ${ownText(verb)}`);
	return url ? { url, method: verb.attributes.method?.toUpperCase() === "GET" ? "GET" : "POST" } : null;
}
