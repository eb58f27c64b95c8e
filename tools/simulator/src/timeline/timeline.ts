import type { Line } from "../calls/line.ts";
import type { Exchange } from "../context.ts";
import { raiseAlert } from "./raise-alert.ts";

export type TimelineKind =
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

/** Adds a line to what people see beside a call or a text; one that a reset has forgotten stays forgotten. */
export function note(
	exchange: Exchange,
	sid: string,
	kind: TimelineKind,
	text: string,
	detail: Record<string, unknown> = {},
): void {
	const isCall = sid.startsWith("CA");
	exchange.sql.exec(
		`INSERT INTO timeline (call_sid, at, kind, text, detail)
		SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM ${isCall ? "calls" : "messages"} WHERE sid = ?1)`,
		sid,
		Date.now(),
		kind,
		text,
		JSON.stringify(detail),
	);
	exchange.changes.emit({ kind: isCall ? "call" : "message", sid });
}

/** An error or warning of Twilio's error dictionary. */
export function noteError(exchange: Exchange, sid: string, code: number, text: string): void {
	note(exchange, sid, "error", `${code}: ${text}`, { code });
	alert(exchange, sid, code, "error", text);
}

export function noteWarning(exchange: Exchange, sid: string, code: number | null, text: string): void {
	note(exchange, sid, "warning", code === null ? text : `${code}: ${text}`, { code });
	if (code !== null) alert(exchange, sid, code, "warning", text);
}

/** The account's error log; what a reset has forgotten stays forgotten there as well. */
function alert(
	exchange: Exchange,
	resourceSid: string,
	code: number,
	logLevel: "error" | "warning",
	text: string,
): void {
	const isKnown = exchange.calls.find(resourceSid) ?? exchange.messages.find(resourceSid);
	if (isKnown) raiseAlert(exchange, { errorCode: String(code), logLevel, text, resourceSid });
}

/** The person on this line hears something; so does whoever listens through a leg to this call. */
export function hear(line: Line, text: string): void {
	const { exchange, call } = line;
	if (line.isDropped) return;
	exchange.sql.exec("INSERT INTO heard (call_sid, text) VALUES (?, ?)", call.sid, text);
	note(exchange, call.sid, "heard", text);
	if (line.origin?.partner) hear(line.origin.partner, text);
}
