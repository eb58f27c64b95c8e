import { note } from "../timeline/timeline.ts";
import type { CallStatus, FinalStatus, WaitingKind } from "./call.ts";
import { concludeCall } from "./conclude-call.ts";
import { CallEnded, type Line } from "./line.ts";
import { reportProgress } from "./progress.ts";

export function advanceStatus(line: Line, status: CallStatus & ("initiated" | "ringing")): void {
	if (line.hasEnded || line.isAnswered) return;
	line.call.status = status;
	line.ctx.calls.save(line.call);
	note(line.ctx, line.call.sid, { kind: "status", text: status, detail: { status } });
	reportProgress(line.ctx, line.call, status);
}

/** Idempotent. A leg to a number of the account is answered when the call there is answered. */
export function answerLine(line: Line): void {
	if (line.hasEnded || line.isAnswered) return;
	const { call, ctx } = line;
	call.status = "in-progress";
	call.answeredAt = Date.now();
	call.answeredClockMs = ctx.clock.now();
	call.waitingFor = null;
	ctx.calls.save(call);
	note(ctx, call.sid, { kind: "status", text: "in-progress: answered", detail: { status: call.status } });
	reportProgress(ctx, call, "answered");
	line.picked.resolve();
	if (line.origin) answerLine(line.origin);
}

/** Idempotent. Ends the calls that depend on this one too. */
export function endLine(line: Line, status: FinalStatus, why: string): void {
	if (line.hasEnded) return;
	const { call, ctx } = line;
	line.input = null;
	ctx.lines.delete(call.sid);
	concludeCall(ctx, call, { status, why, at: Date.now(), atClockMilliseconds: ctx.clock.now() });
	line.interrupt(new CallEnded());
	line.picked.resolve();
	if (line.onward)
		endLine(line.onward, status === "completed" ? "completed" : "no-answer", "the caller hung up");
	if (line.origin)
		endLine(line.origin, status === "canceled" ? "failed" : status, "the called number hung up");
}

/** Forgets a call in progress, without a callback or a record. */
export function dropLine(line: Line): void {
	line.isDropped = true;
	line.call.status = "canceled";
	line.call.hangupPlan = null;
	line.ctx.lines.delete(line.call.sid);
	line.interrupt(new CallEnded());
	line.picked.resolve();
}

/** `since` is new for every wait, so that two waits can be told apart. */
export function setWaiting(line: Line, kind: WaitingKind | null): void {
	const { call, ctx } = line;
	if (kind === null && call.waitingFor === null) return;
	if (line.hasEnded) return;
	call.lastWaitAt = Math.max(Date.now(), call.lastWaitAt + 1);
	call.waitingFor = kind === null ? null : { kind, since: call.lastWaitAt };
	ctx.calls.save(call);
	ctx.changes.emit({ kind: "call", sid: call.sid });
}
