import type { Exchange } from "../context.ts";
import { note } from "../timeline/timeline.ts";
import { isFinal, type Message, type MessageStatus } from "./message.ts";
import { reportStatus } from "./report-status.ts";

/** Moves a text on and tells the application. Null when a reset has forgotten the text. */
export function changeStatus(
	exchange: Exchange,
	sid: string,
	status: MessageStatus,
	more: Partial<Pick<Message, "errorCode" | "fate">> = {},
): Message | null {
	const { errorCode = null } = more;
	const now = Date.now();
	const changed = changeMessage(exchange, sid, {
		...more,
		status,
		isUnfinished: !isFinal(status),
		...(status === "sent" && { sentAt: now, datedAt: now }),
	});
	if (!changed) return null;
	const text = errorCode === null ? status : `${status}: error ${errorCode}`;
	note(exchange, sid, "status", text, { status });
	reportStatus(exchange, changed);
	return changed;
}

/** Changes fields of a text as it is now: others may have changed it since it was read. */
export function changeMessage(exchange: Exchange, sid: string, changes: Partial<Message>): Message | null {
	const message = exchange.messages.find(sid);
	if (!message) return null;
	const changed: Message = { ...message, ...changes, updatedAt: Date.now() };
	exchange.messages.save(changed);
	return changed;
}
