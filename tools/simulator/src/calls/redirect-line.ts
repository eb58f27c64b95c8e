import { note } from "../timeline/timeline.ts";
import type { DocumentRequest, TwimlDocument } from "../twiml/document.ts";
import { CallRedirected, type Line } from "./line.ts";

/** A redirected leg leaves its conversation. */
export function redirectLine(line: Line, target: DocumentRequest | TwimlDocument): void {
	note(line.ctx, line.call.sid, { kind: "status", text: "redirected by REST" });
	const wasRunning = line.isRunning;
	line.interrupt(new CallRedirected(target));
	if (wasRunning) return;
	line.resume();
	line.ctx.background(line.ctx.runTwiml(line, target));
}
