import { talk } from "../calls/bridge.ts";
import type { CallStatus } from "../calls/call.ts";
import { answerLine, endLine, setWaiting } from "../calls/change-status.ts";
import { type DialPlan, dialResultParams } from "../calls/dial-plan.ts";
import type { Line } from "../calls/line.ts";
import { hear, noteError, noteWarning } from "../calls/timeline.ts";
import { unlessAborted } from "../calls/unless-aborted.ts";
import { findNumber } from "../numbers.ts";
import { readOptions } from "../options.ts";
import { flag, httpMethod, wholeNumber, words } from "../twiml/attributes.ts";
import { resolveUrl } from "../twiml/document.ts";
import { childElements, type Element } from "../twiml/element.ts";
import { dialConference } from "./dial-conference.ts";
import { dialQueue } from "./dial-queue.ts";
import { type DialTarget, LEGS_MAX, readTargets } from "./dial-targets.ts";
import { leapTo } from "./flow.ts";
import { screenLeg } from "./screen-leg.ts";
import { startLeg } from "./start-leg.ts";
import type { Leap, VerbContext } from "./verb.ts";

/** Twilio waits this much longer than the timeout says. */
const RING_BUFFER_SECONDS = 5;

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
	const { exchange, call } = line;
	const plan = readPlan(context, element);
	call.hangupPlan = readOptions(exchange.sql).dialActionAfterHangup ? plan : { ...plan, action: null };
	exchange.calls.save(call);
	const status = await ringAndTalk(context, element, plan);
	call.hangupPlan = null;
	setWaiting(line, null);
	exchange.calls.save(call);
	return afterDial(context, element, dialResultParams(exchange, call, plan, status, exchange.clock.now()));
}

/** With an action the verbs after Dial are unreachable; without one they follow. */
export function afterDial(
	context: VerbContext,
	element: Element,
	params: Record<string, string>,
): Leap | null {
	const { action } = element.attributes;
	return action ? leapTo(context, action, element, params, "dial") : null;
}

export function readPlan({ line, document }: VerbContext, element: Element): DialPlan {
	const { action, record = "do-not-record", recordingStatusCallback } = element.attributes;
	const url = action ? resolveUrl(document, action) : null;
	const callbackUrl = recordingStatusCallback ? resolveUrl(document, recordingStatusCallback) : null;
	const callback = {
		url: callbackUrl ?? "",
		method: httpMethod(element, "recordingStatusCallbackMethod"),
		events: words(element, "recordingStatusCallbackEvent", "completed"),
	};
	if (element.attributes.referUrl) {
		noteWarning(line.exchange, line.call.sid, null, "referUrl of <Dial> is not simulated");
	}
	return {
		verb: "dial",
		action: url ? { url, method: httpMethod(element) } : null,
		legSid: null,
		bridgedClockMs: null,
		isConference: false,
		extraParams: {},
		record: ["do-not-record", "false"].includes(record)
			? null
			: { channels: record.endsWith("-dual") ? 2 : 1, callback: callbackUrl ? callback : null },
	};
}

/** Rings everybody, or one after another, and lets the first who picks up talk. Returns the DialCallStatus. */
async function ringAndTalk(context: VerbContext, element: Element, plan: DialPlan): Promise<string> {
	const from = callerId(context, element);
	const targets = from === null ? [] : dialable(context, element);
	if (from === null || !targets.length) return "failed";
	hear(context.line, "[ringing]");
	const rounds = flag(element, "sequential", false) ? targets.map((target) => [target]) : [targets];
	let status = "no-answer";
	for (const round of rounds) {
		status = await ringRound(context, element, plan, round, from);
		if (plan.bridgedClockMs !== null) break;
	}
	return status;
}

async function ringRound(
	context: VerbContext,
	element: Element,
	plan: DialPlan,
	targets: DialTarget[],
	from: string,
): Promise<string> {
	const { line, document, signal } = context;
	const { exchange, call } = line;
	const ringSeconds = wholeNumber(element, "timeout", 30, 1, 600) + RING_BUFFER_SECONDS;
	setWaiting(line, "ring");
	const legs = targets.map((target) => startLeg(line, document, target, from, ringSeconds));
	plan.legSid = legs[0]?.call.sid ?? null;
	saveLeg(line, plan);
	try {
		const winner = await unlessAborted(firstReady(context, legs, targets), signal);
		if (!winner) return statusOf(legs);
		hangUpOthers(legs, winner);
		plan.legSid = winner.call.sid;
		plan.bridgedClockMs = exchange.clock.now();
		saveLeg(line, plan);
		answerLine(line);
		const limits = {
			seconds: wholeNumber(element, "timeLimit", 14_400, 1),
			hangupOnStar: flag(element, "hangupOnStar", false),
		};
		await talk(line, winner, limits, signal);
		return "completed";
	} finally {
		for (const leg of legs) {
			// A leg that was redirected runs its own TwiML and lives on without this call.
			if (!leg.isRunning) endLine(leg, leg.isAnswered ? "completed" : "canceled", `${call.sid} let it go`);
		}
	}
}

function saveLeg({ call, exchange }: Line, plan: DialPlan): void {
	if (call.hangupPlan?.verb === "dial") {
		call.hangupPlan.legSid = plan.legSid;
		call.hangupPlan.bridgedClockMs = plan.bridgedClockMs;
	}
	exchange.calls.save(call);
}

/** The first leg that can talk; null when all have ended without. */
function firstReady(context: VerbContext, legs: Line[], targets: DialTarget[]): Promise<Line | null> {
	const keepsRinging = readOptions(context.line.exchange.sql).simulringWhileScreening === "keep-ringing";
	const attempts = legs.map(async (leg, index) => {
		await leg.picked.promise;
		if (!leg.isAnswered || leg.hasEnded) throw new Error("not answered");
		if (!keepsRinging) hangUpOthers(legs, leg);
		const isAccepted = await screenLeg(context, leg, targets[index]?.noun ?? null);
		if (!isAccepted) throw new Error("declined");
		return leg;
	});
	return Promise.any(attempts).catch(() => null);
}

function hangUpOthers(legs: Line[], winner: Line): void {
	for (const leg of legs) {
		if (leg !== winner) endLine(leg, leg.isAnswered ? "completed" : "canceled", "another phone was faster");
	}
}

/** One word for several legs that all came to nothing, the most telling first. */
function statusOf(legs: Line[]): string {
	const order: CallStatus[] = ["completed", "busy", "no-answer", "canceled", "failed"];
	return order.find((status) => legs.some(({ call }) => call.status === status)) ?? "failed";
}

function dialable({ line }: VerbContext, element: Element): DialTarget[] {
	const { exchange, call } = line;
	return readTargets(element)
		.slice(0, LEGS_MAX)
		.flatMap(({ address, written, noun }) => {
			if (address) return [{ address, noun }];
			noteError(exchange, call.sid, 13224, `"${written}" is no number that can be dialled`);
			return [];
		});
}

/** The number the legs see: the caller's, or one that the account may show; null for any other. */
function callerId({ line }: VerbContext, element: Element): string | null {
	const { exchange, call } = line;
	const wanted = element.attributes.callerId?.trim();
	if (!wanted || wanted === call.from || wanted === call.to) return wanted || call.from;
	if (wanted.startsWith("client:") || findNumber(exchange, wanted)) return wanted;
	noteError(
		exchange,
		call.sid,
		13214,
		`callerId ${wanted} is neither the caller's nor a number of the account`,
	);
	return null;
}
