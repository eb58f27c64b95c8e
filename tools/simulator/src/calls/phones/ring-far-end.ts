import { findNumber } from "../../numbers.ts";
import { readBehaviour } from "../../phones.ts";
import { note } from "../../timeline/timeline.ts";
import { advanceStatus, answerLine, endLine, setWaiting } from "../change-status.ts";
import type { CallContext, Line } from "../line.ts";
import { startInboundCall } from "../start-inbound-call.ts";

/** Settles when the far end answers or the call ends. */
export async function ringFarEnd(line: Line, ringSeconds: number): Promise<void> {
	const { ctx, call } = line;
	if (line.hasEnded) return;
	const number = findNumber(ctx, call.to);
	if (number) {
		advanceStatus(line, "ringing");
		startInboundCall(ctx, { from: call.from, number, origin: line, extraParams: {} });
	} else {
		ctx.background(ringPhone(line));
	}
	await limitRinging(ctx, line, ringSeconds);
}

async function ringPhone(line: Line): Promise<void> {
	const { ctx, call } = line;
	const { onCall, answerAfterSeconds, forwardTo } = readBehaviour(ctx, call.to);
	if (onCall === "unreachable") return endLine(line, "failed", "the phone is unreachable");
	if (onCall === "busy") return endLine(line, "busy", "the phone is busy");
	advanceStatus(line, "ringing");
	if (onCall === "reject") return endLine(line, "busy", "the phone rejected the call");
	setWaiting(line, "ring");
	if (onCall === "ring") return;
	await ctx.clock.sleep(answerAfterSeconds * 1000);
	if (onCall === "answer") answerLine(line);
	else forward(line, forwardTo);
}

/** The answer at the other number answers this line. */
function forward(line: Line, forwardTo: string | null): void {
	const { ctx, call } = line;
	if (line.hasEnded || line.isAnswered) return;
	const number = forwardTo === null ? null : findNumber(ctx, forwardTo);
	if (!number) {
		endLine(line, "failed", `the phone forwards to ${forwardTo}, no number of the account`);
		return;
	}
	setWaiting(line, null);
	note(ctx, call.sid, { kind: "status", text: `forwarded to ${number.phoneNumber}` });
	startInboundCall(ctx, {
		from: call.from,
		number,
		origin: line,
		extraParams: { ForwardedFrom: call.to },
	});
}

async function limitRinging(ctx: CallContext, line: Line, seconds: number): Promise<void> {
	const settled = new AbortController();
	void line.picked.promise.then(() => settled.abort());
	await ctx.clock.sleep(seconds * 1000, settled.signal).catch(() => undefined);
	if (!line.isAnswered) endLine(line, "no-answer", `nobody answered within ${seconds} s`);
}
