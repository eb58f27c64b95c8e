import { postCallback } from "../webhooks/outbox.ts";
import type { HttpMethod } from "../webhooks/request.ts";
import type { WebhookContext } from "../webhooks/webhook-context.ts";

export interface Recording {
	sid: string;
	callSid: string;
	status: "in-progress" | "completed" | "absent";
	source: "RecordVerb" | "DialVerb" | "OutboundAPI";
	channels: 1 | 2;
	createdAt: number;
	updatedAt: number;
	durationSeconds: number;
	isUploadedMp3: boolean;
	transcript: string | null;
}

export interface RecordingCallback {
	url: string;
	method: HttpMethod;
	events: string[];
}

/** WAV without an extension. */
export function recordingUrl(ctx: WebhookContext, recordingSid: string): string {
	return `${ctx.publicUrl}/simulator/2010-04-01/Accounts/${ctx.account.sid}/Recordings/${recordingSid}`;
}

export function reportRecording(
	ctx: WebhookContext,
	recording: Recording,
	callback: RecordingCallback | null,
): void {
	if (!callback?.events.includes(recording.status)) return;
	const params: Record<string, string> = {
		AccountSid: ctx.account.sid,
		CallSid: recording.callSid,
		RecordingSid: recording.sid,
		RecordingUrl: recordingUrl(ctx, recording.sid),
		RecordingStatus: recording.status,
		RecordingChannels: String(recording.channels),
		RecordingSource: recording.source,
		RecordingStartTime: new Date(recording.createdAt).toUTCString().replace("GMT", "+0000"),
		RecordingTrack: recording.channels === 1 && recording.source === "RecordVerb" ? "inbound" : "both",
		ErrorCode: "0",
		...(recording.status === "completed" && { RecordingDuration: String(recording.durationSeconds) }),
	};
	const { url, method } = callback;
	postCallback(ctx, { aboutSid: recording.callSid, kind: "recording", method, url, params });
}
