import type { TimelineEntry, WebhookView } from "./call-view.ts";

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

export interface WholeMessageView extends MessageView {
	timeline: TimelineEntry[];
	webhooks: WebhookView[];
}

export type OnMessage = "deliver" | "undelivered" | "fail";
