import { readOptions } from "../options.ts";
import { postCallback } from "../webhooks/outbox.ts";
import type { Message, MessageStatus } from "./message.ts";
import type { MessageContext } from "./message-context.ts";

/** https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks */
const reported: readonly MessageStatus[] = ["sent", "delivered", "undelivered", "failed"];

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

/** YYMMDDhhmm, as in a carrier's receipt. */
function receiptDate(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(2, 16).replace(/\D/g, "");
}
