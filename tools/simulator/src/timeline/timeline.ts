import type { Alert } from "../registry/documents.ts";
import { raiseAlert } from "./raise-alert.ts";
import type { TimelineContext } from "./timeline-context.ts";

type TimelineKind =
	| "status"
	| "webhook"
	| "twiml"
	| "verb"
	| "heard"
	| "input"
	| "lost"
	| "recording"
	| "model"
	| "warning"
	| "error";

interface Note {
	kind: TimelineKind;
	text: string;
	detail?: Record<string, unknown>;
}

/** Does nothing for a call or text that a reset has forgotten. */
export function note(ctx: TimelineContext, sid: string, { kind, text, detail = {} }: Note): void {
	const isCall = sid.startsWith("CA");
	ctx.sql.exec(
		`INSERT INTO timeline (call_sid, at, kind, text, detail)
		SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM ${isCall ? "calls" : "messages"} WHERE sid = ?1)`,
		sid,
		Date.now(),
		kind,
		text,
		JSON.stringify(detail),
	);
	ctx.changes.emit({ kind: isCall ? "call" : "message", sid });
}

export function noteError(ctx: TimelineContext, sid: string, code: number, text: string): void {
	note(ctx, sid, { kind: "error", text: `${code}: ${text}`, detail: { code } });
	keepAlert(ctx, sid, { errorCode: String(code), logLevel: "error", text });
}

export function noteWarning(ctx: TimelineContext, sid: string, code: number | null, text: string): void {
	note(ctx, sid, { kind: "warning", text: code === null ? text : `${code}: ${text}`, detail: { code } });
	if (code !== null) keepAlert(ctx, sid, { errorCode: String(code), logLevel: "warning", text });
}

function keepAlert(
	ctx: TimelineContext,
	resourceSid: string,
	alert: Pick<Alert, "errorCode" | "logLevel" | "text">,
): void {
	const isKnown = ctx.calls.find(resourceSid) ?? ctx.messages.find(resourceSid);
	if (isKnown) raiseAlert(ctx, { ...alert, resourceSid });
}
