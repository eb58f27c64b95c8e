import type { CallStatus } from "../../calls/call.ts";
import { answerLine, endLine, setWaiting } from "../../calls/change-status.ts";
import { dialResultParams } from "../../calls/dial-result.ts";
import { excludeClockJump } from "../../calls/exclude-clock-jump.ts";
import type { DialPlan } from "../../calls/hangup-plan.ts";
import { hear } from "../../calls/hear.ts";
import { connectLines } from "../../calls/joining/connect-lines.ts";
import type { Line } from "../../calls/line.ts";
import { raceWithAbort } from "../../calls/race-with-abort.ts";
import { readOptions } from "../../options.ts";
import { flag, wholeNumber } from "../../twiml/attributes.ts";
import { childElements, type Element } from "../../twiml/element.ts";
import type { Leap, VerbContext } from "../verb.ts";
import { dialConference } from "./dial-conference.ts";
import { dialQueue } from "./dial-queue.ts";
import { afterDial, limitTalk, readCallerId, readDialable, readPlan } from "./dial-settings.ts";
import type { DialTarget } from "./dial-targets.ts";
import { screenLeg } from "./screen-leg.ts";
import { sendDigits } from "./send-digits.ts";
import { startLeg } from "./start-leg.ts";

/** Twilio rings this much longer than the timeout. */
const ringBufferSeconds = 5;

export async function dial(context: VerbContext, element: Element): Promise<Leap | null> {
	const nouns = childElements(element);
	const conference = nouns.find(({ name }) => name === "Conference");
	if (conference) return dialConference(context, element, conference);
	const queue = nouns.find(({ name }) => name === "Queue");
	if (queue) return dialQueue(context, element, queue);
	return dialPeople(context, element);
}

async function dialPeople(context: VerbContext, element: Element): Promise<Leap | null> {
	const { line } = context;
	const { ctx, call } = line;
	const plan = readPlan(context, element);
	call.hangupPlan = readOptions(ctx.sql).dialActionAfterHangup ? plan : { ...plan, action: null };
	ctx.calls.save(call);
	const status = await ringAndTalk(context, element, plan);
	call.hangupPlan = null;
	setWaiting(line, null);
	ctx.calls.save(call);
	return afterDial(
		context,
		element,
		dialResultParams(ctx, call, plan, { status, atClockMilliseconds: ctx.clock.now() }),
	);
}

/** Rings all targets, or one after another, and connects the first that answers. Returns the DialCallStatus. */
async function ringAndTalk(context: VerbContext, element: Element, plan: DialPlan): Promise<string> {
	const from = readCallerId(context, element);
	const targets = from === null ? [] : readDialable(context, element);
	if (from === null || !targets.length) return "failed";
	hear(context.line, "[ringing]");
	const rounds = flag(element, "sequential", false) ? targets.map((target) => [target]) : [targets];
	let status = "no-answer";
	for (const round of rounds) {
		status = await ringRound(context, element, plan, { targets: round, from });
		if (plan.bridgedClockMs !== null) break;
	}
	return status;
}

async function ringRound(
	context: VerbContext,
	element: Element,
	plan: DialPlan,
	{ targets, from }: { targets: DialTarget[]; from: string },
): Promise<string> {
	const { line, signal } = context;
	const { ctx } = line;
	const ringSeconds = wholeNumber(element, "timeout", 30, { min: 1, max: 600 }) + ringBufferSeconds;
	setWaiting(line, "ring");
	const ringsUntilClockMilliseconds = ctx.clock.now() + ringSeconds * 1000;
	const legs = targets.map((target) => startLeg(context, target, { from, ringSeconds }));
	plan.legSid = legs[0]?.call.sid ?? null;
	saveLeg(line, plan);
	try {
		const winner = await raceWithAbort(firstReady(context, legs, targets), signal);
		if (!winner) {
			excludeClockJump(line, ringsUntilClockMilliseconds);
			return statusOf(legs, readOptions(ctx.sql).untakenDialCallStatus);
		}
		hangUpOthers(legs, winner);
		plan.legSid = winner.call.sid;
		plan.bridgedClockMs = ctx.clock.now();
		const seconds = limitTalk(plan, element, plan.bridgedClockMs);
		saveLeg(line, plan);
		answerLine(line);
		await connectLines(line, winner, { seconds, hangupOnStar: flag(element, "hangupOnStar", false) }, signal);
		return "completed";
	} finally {
		for (const leg of legs) {
			// A redirected leg runs its own TwiML and outlives this call.
			if (!leg.isRunning) endLine(leg, leg.isAnswered ? "completed" : "canceled", "the call ended");
		}
	}
}

function saveLeg({ call, ctx }: Line, plan: DialPlan): void {
	if (call.hangupPlan?.verb === "dial") {
		call.hangupPlan.legSid = plan.legSid;
		call.hangupPlan.bridgedClockMs = plan.bridgedClockMs;
		call.hangupPlan.endsClockMs = plan.endsClockMs;
	}
	ctx.calls.save(call);
}

/** Null when all legs have ended without a conversation. */
function firstReady(context: VerbContext, legs: Line[], targets: DialTarget[]): Promise<Line | null> {
	const keepsRinging = readOptions(context.line.ctx.sql).simulringWhileScreening === "keep-ringing";
	const attempts = legs.map(async (leg, index) => {
		await leg.picked.promise;
		if (!leg.isAnswered || leg.hasEnded) throw new Error("not answered");
		if (!keepsRinging) hangUpOthers(legs, leg);
		const noun = targets[index]?.noun ?? null;
		await sendDigits(leg, noun?.attributes.sendDigits ?? "");
		const isAccepted = await screenLeg(context, leg, noun);
		if (!isAccepted) throw new Error("declined");
		return leg;
	});
	return Promise.any(attempts).catch(() => null);
}

function hangUpOthers(legs: Line[], winner: Line): void {
	for (const leg of legs) {
		if (leg !== winner) endLine(leg, leg.isAnswered ? "completed" : "canceled", "another phone answered");
	}
}

/** One status for several failed legs, the most informative first. `untaken` when a leg was answered. */
function statusOf(legs: Line[], untaken: string): string {
	if (legs.some((leg) => leg.isAnswered)) return untaken;
	const order: CallStatus[] = ["busy", "no-answer", "canceled", "failed"];
	return order.find((status) => legs.some(({ call }) => call.status === status)) ?? "failed";
}
