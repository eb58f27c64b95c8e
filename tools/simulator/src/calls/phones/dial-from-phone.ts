import type { Exchange } from "../../context.ts";
import { findNumber } from "../../numbers.ts";
import { hear } from "../../timeline/timeline.ts";
import { isFinal } from "../call.ts";
import { answerLine, endLine, setWaiting } from "../change-status.ts";
import { talk } from "../joining/talk.ts";
import type { Line } from "../line.ts";
import { openLine } from "../open-line.ts";
import { startInboundCall } from "../start-inbound-call.ts";
import { ringFarEnd } from "./ring-far-end.ts";

/** How long one phone rings another. */
const ringSeconds = 60;
/** No phone call lasts longer: 24 hours. */
const talkSecondsMax = 86_400;

/** What the caller's carrier says about him. */
export interface CallerFacts {
	callerName: string | null;
	forwardedFrom: string | null;
	stirVerstat: string | null;
}

/** A virtual phone dials: one of the account's numbers, or another phone. Returns the call's sid. */
export function dialFromPhone(exchange: Exchange, from: string, to: string, facts: CallerFacts): string {
	const number = findNumber(exchange, to);
	if (number) {
		const extraParams = {
			...(facts.callerName && { CallerName: facts.callerName }),
			...(facts.forwardedFrom && { ForwardedFrom: facts.forwardedFrom }),
			...(facts.stirVerstat && { StirVerstat: facts.stirVerstat }),
		};
		return startInboundCall(exchange, { from, number, origin: null, extraParams }).call.sid;
	}
	const line = openLine(exchange, { from, to, direction: "direct", status: "ringing" });
	exchange.background(ringOtherPhone(line));
	return line.call.sid;
}

async function ringOtherPhone(line: Line): Promise<void> {
	const { exchange, call } = line;
	const { from, to, sid: parentSid } = call;
	const leg = openLine(exchange, { from, to, parentSid, direction: "direct", status: "initiated" });
	hear(line, "[ringing]");
	setWaiting(line, "ring");
	exchange.background(ringFarEnd(leg, ringSeconds));
	try {
		await Promise.race([leg.picked.promise, line.picked.promise]);
		if (!leg.isAnswered) return;
		answerLine(line);
		await talk(line, leg, { seconds: talkSecondsMax, hangupOnStar: false }, line.signal);
	} catch (error) {
		if (!line.hasEnded) throw error;
	} finally {
		endLine(leg, leg.isAnswered ? "completed" : "canceled", "the caller hung up");
		const { status } = leg.call;
		endLine(line, isFinal(status) ? status : "completed", "the other phone hung up");
	}
}
