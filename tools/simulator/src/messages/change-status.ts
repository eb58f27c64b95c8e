import { note } from "../timeline/timeline.ts";
import { isFinal, type Message, type MessageStatus } from "./message.ts";
import type { MessageContext } from "./message-context.ts";
import { reportStatus } from "./report-status.ts";

/** Null when a reset has forgotten the text. */
export function changeStatus(
	ctx: MessageContext,
	sid: string,
	status: MessageStatus,
	more: Partial<Pick<Message, "errorCode" | "fate">> = {},
): Message | null {
	const { errorCode = null } = more;
	const now = Date.now();
	const changed = changeMessage(ctx, sid, {
		...more,
		status,
		isUnfinished: !isFinal(status),
		...(status === "sent" && { sentAt: now, datedAt: now }),
	});
	if (!changed) return null;
	const text = errorCode === null ? status : `${status}: error ${errorCode}`;
	note(ctx, sid, { kind: "status", text, detail: { status } });
	reportStatus(ctx, changed);
	return changed;
}

/** Reads the text again: it may have changed since the caller read it. */
export function changeMessage(ctx: MessageContext, sid: string, changes: Partial<Message>): Message | null {
	const message = ctx.messages.find(sid);
	if (!message) return null;
	const changed: Message = { ...message, ...changes, updatedAt: Date.now() };
	ctx.messages.save(changed);
	return changed;
}
