import { readOptions } from "../options.ts";
import { postCallback } from "../webhooks/outbox.ts";
import type { Message, MessageStatus } from "./message.ts";
import type { MessageContext } from "./message-context.ts";

/**
 * What a text without a Messaging Service reports:
 * https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
 */
const reported: readonly MessageStatus[] = ["sent", "delivered", "undelivered", "failed"];

/** The status callback, if the application asked for one. */
export function reportStatus(ctx: MessageContext, message: Message): void {
	const { statusCallback, status, sid } = message;
	if (!statusCallback) return;
	if (!reported.includes(status) && !readOptions(ctx.sql).earlyStatusCallbacks) return;
	const hasReceipt = status === "delivered" || status === "undelivered";
	const params: Record<string, string> = {
		SmsSid: sid,
		SmsStatus: status,
		MessageStatus: status,
		To: message.to,
		MessageSid: sid,
		AccountSid: ctx.account.sid,
		From: message.from,
		ApiVersion: "2010-04-01",
		...(message.errorCode !== null && { ErrorCode: String(message.errorCode) }),
		...(hasReceipt && { RawDlrDoneDate: receiptDate(message.updatedAt) }),
	};
	postCallback(ctx, { aboutSid: sid, kind: "status", ...statusCallback, params });
}

/** A carrier's receipt tells the time as YYMMDDhhmm. */
function receiptDate(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(2, 16).replace(/\D/g, "");
}
