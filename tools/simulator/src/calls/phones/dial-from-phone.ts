import { findNumber } from "../../numbers.ts";
import { isFinal } from "../call.ts";
import { answerLine, endLine, setWaiting } from "../change-status.ts";
import { hear } from "../hear.ts";
import { connectLines } from "../joining/connect-lines.ts";
import type { CallContext, Line } from "../line.ts";
import { openLine } from "../open-line.ts";
import { startInboundCall } from "../start-inbound-call.ts";
import { ringFarEnd } from "./ring-far-end.ts";

const ringSeconds = 60;
const talkSecondsMax = 86_400;

export interface CallerFacts {
	callerName: string | null;
	forwardedFrom: string | null;
	stirVerstat: string | null;
}

export function dialFromPhone(ctx: CallContext, from: string, to: string, facts: CallerFacts): string {
	const number = findNumber(ctx, to);
	if (number) {
		const extraParams = {
			...(facts.callerName && { CallerName: facts.callerName }),
			...(facts.forwardedFrom && { ForwardedFrom: facts.forwardedFrom }),
			...(facts.stirVerstat && { StirVerstat: facts.stirVerstat }),
		};
		return startInboundCall(ctx, { from, number, origin: null, extraParams }).call.sid;
	}
	const line = openLine(ctx, { from, to, direction: "direct", status: "ringing" });
	ctx.background(ringOtherPhone(line));
	return line.call.sid;
}

async function ringOtherPhone(line: Line): Promise<void> {
	const { ctx, call } = line;
	const { from, to, sid: parentSid } = call;
	const leg = openLine(ctx, { from, to, parentSid, direction: "direct", status: "initiated" });
	hear(line, "[ringing]");
	setWaiting(line, "ring");
	ctx.background(ringFarEnd(leg, ringSeconds));
	try {
		await Promise.race([leg.picked.promise, line.picked.promise]);
		if (!leg.isAnswered) return;
		answerLine(line);
		await connectLines(line, leg, { seconds: talkSecondsMax, hangupOnStar: false }, line.signal);
	} catch (error) {
		if (!line.hasEnded) throw error;
	} finally {
		endLine(leg, leg.isAnswered ? "completed" : "canceled", "the caller hung up");
		const { status } = leg.call;
		endLine(line, isFinal(status) ? status : "completed", "the other phone hung up");
	}
}
