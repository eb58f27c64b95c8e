import type { NetworkContext } from "../context.ts";
import { listMedia } from "../messages/media.ts";
import type { Message } from "../messages/message.ts";
import { readTimeline, type TimelineEntry } from "../timeline/read-timeline.ts";
import { listWebhooks, type WebhookView } from "../webhooks/log.ts";

export interface MessageView {
	sid: string;
	from: string;
	to: string;
	body: string;
	direction: Message["direction"];
	status: Message["status"];
	errorCode: number | null;
	segments: number;
	at: string;
	media: { sid: string; contentType: string }[];
}

export function toMessageView(ctx: NetworkContext, message: Message): MessageView {
	const { sid, from, to, body, direction, status, errorCode, segments } = message;
	const media = message.mediaCount > 0 ? listMedia(ctx, sid) : [];
	return {
		sid,
		from,
		to,
		body,
		direction,
		status,
		errorCode,
		segments,
		at: new Date(message.createdAt).toISOString(),
		media: media.map((one) => ({ sid: one.sid, contentType: one.contentType })),
	};
}

export function toWholeMessageView(
	ctx: NetworkContext,
	message: Message,
): MessageView & { timeline: TimelineEntry[]; webhooks: WebhookView[] } {
	return {
		...toMessageView(ctx, message),
		timeline: readTimeline(ctx, message),
		webhooks: listWebhooks(ctx, { aboutSid: message.sid }),
	};
}
