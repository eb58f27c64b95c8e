import type { TimelineEntry, WebhookView } from "./call-view.ts";

/** What the control API tells about a text. */
export interface MessageView {
	sid: string;
	from: string;
	to: string;
	body: string;
	direction: "inbound" | "outbound-api" | "outbound-reply" | "direct";
	status: "queued" | "sending" | "sent" | "delivered" | "undelivered" | "failed" | "received";
	errorCode: number | null;
	segments: number;
	at: string;
	media: { sid: string; contentType: string }[];
}

/** A text with all that happened to it. */
export interface WholeMessageView extends MessageView {
	timeline: TimelineEntry[];
	webhooks: WebhookView[];
}

/** How a virtual phone behaves when it is texted. */
export type OnMessage = "deliver" | "undelivered" | "fail";
