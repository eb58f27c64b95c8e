import type { Call } from "../calls/call.ts";
import type { NetworkContext } from "../context.ts";
import { readTimeline, type TimelineEntry } from "../timeline/read-timeline.ts";
import { listWebhooks, type WebhookView } from "../webhooks/log.ts";

export interface CallView {
	sid: string;
	parentSid: string | null;
	from: string;
	to: string;
	direction: Call["direction"];
	status: Call["status"];
	startedAt: string;
	answeredAt: string | null;
	endedAt: string | null;
	answeredAtNetworkSeconds: number | null;
	durationSeconds: number | null;
	waitingFor: { kind: string; since: string } | null;
	heard: string[];
	legs: { sid: string; to: string; status: string }[];
	timeline: TimelineEntry[];
	webhooks: WebhookView[];
}

export function toCallView(ctx: NetworkContext, call: Call): CallView {
	return {
		sid: call.sid,
		parentSid: call.parentSid,
		from: call.from,
		to: call.to,
		direction: call.direction,
		status: call.status,
		startedAt: new Date(call.createdAt).toISOString(),
		answeredAt: instant(call.answeredAt),
		endedAt: instant(call.endedAt),
		answeredAtNetworkSeconds: call.answeredClockMs === null ? null : call.answeredClockMs / 1000,
		durationSeconds: call.durationSeconds,
		waitingFor: call.waitingFor && {
			kind: call.waitingFor.kind,
			since: new Date(call.waitingFor.since).toISOString(),
		},
		heard: ctx.sql
			.exec<{ text: string }>("SELECT text FROM heard WHERE call_sid = ? ORDER BY seq", call.sid)
			.toArray()
			.map(({ text }) => text),
		legs: ctx.calls
			.list([["doc ->> 'parentSid' = ?", call.sid]])
			.reverse()
			.map(({ sid, to, status }) => ({ sid, to, status })),
		timeline: readTimeline(ctx, call),
		webhooks: listWebhooks(ctx, { aboutSid: call.sid }),
	};
}

function instant(milliseconds: number | null): string | null {
	return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
