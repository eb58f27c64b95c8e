import { setWaiting } from "../../calls/change-status.ts";
import { dialResultParams } from "../../calls/dial-result.ts";
import { excludeClockJump } from "../../calls/exclude-clock-jump.ts";
import type { DialPlan } from "../../calls/hangup-plan.ts";
import { hear } from "../../calls/hear.ts";
import { connectLines } from "../../calls/joining/connect-lines.ts";
import type { CallQueue, QueueMember } from "../../calls/joining/queue.ts";
import type { Line } from "../../calls/line.ts";
import { raceWithAbort } from "../../calls/race-with-abort.ts";
import { noteError } from "../../timeline/timeline.ts";
import { flag, httpMethod, wholeNumber } from "../../twiml/attributes.ts";
import { resolveUrl } from "../../twiml/document.ts";
import { type Element, textOf } from "../../twiml/element.ts";
import type { Leap, VerbContext } from "../verb.ts";
import { afterDial, limitTalk, readPlan } from "./dial-settings.ts";

const beforeConnectVerbs = ["Say", "Play", "Pause", "Redirect"];

/** Connects this call with the first caller of a queue. Waits for one if the queue is empty. */
export async function dialQueue(context: VerbContext, element: Element, noun: Element): Promise<Leap | null> {
	const { line } = context;
	const { ctx, call } = line;
	const plan = readPlan(context, element);
	call.hangupPlan = plan;
	ctx.calls.save(call);
	const queue = ctx.queues.get(textOf(noun)) ?? null;
	if (!queue) noteError(ctx, call.sid, 13260, `queue "${textOf(noun)}" does not exist`);
	const member = queue && (await nextMember(context, element, queue));
	if (queue && member) {
		plan.legSid = member.line.call.sid;
		plan.bridgedClockMs = ctx.clock.now();
		const queueSeconds = Math.round((plan.bridgedClockMs - member.joinedClockMs) / 1000);
		plan.extraParams = { QueueSid: queue.sid, QueueTime: String(queueSeconds), QueueResult: "bridged" };
		ctx.calls.save(call);
		await connect(context, { element, noun, plan }, queue, member);
	}
	const status = member ? "completed" : queue ? "no-answer" : "failed";
	call.hangupPlan = null;
	ctx.calls.save(call);
	return afterDial(
		context,
		element,
		dialResultParams(ctx, call, plan, { status, atClockMilliseconds: ctx.clock.now() }),
	);
}

async function nextMember(
	context: VerbContext,
	element: Element,
	queue: CallQueue<Line>,
): Promise<QueueMember<Line> | null> {
	const { line, signal } = context;
	const [first] = queue.members;
	if (first) return first;
	hear(line, "[ringing]");
	setWaiting(line, "ring");
	const patience = new AbortController();
	const arrival = new Promise<void>((resolve) => queue.waiters.push(resolve));
	const timeoutMilliseconds = wholeNumber(element, "timeout", 30, { min: 1, max: 600 }) * 1000;
	const waitsUntilClockMilliseconds = line.ctx.clock.now() + timeoutMilliseconds;
	const timeout = line.ctx.clock.sleep(timeoutMilliseconds, patience.signal);
	try {
		await raceWithAbort(Promise.race([arrival, timeout]), signal);
	} finally {
		patience.abort();
		timeout.catch(() => undefined);
		setWaiting(line, null);
	}
	const [arrived] = queue.members;
	if (arrived) return arrived;
	excludeClockJump(line, waitsUntilClockMilliseconds);
	return null;
}

async function connect(
	context: VerbContext,
	{ element, noun, plan }: { element: Element; noun: Element; plan: DialPlan },
	queue: CallQueue<Line>,
	member: QueueMember<Line>,
): Promise<void> {
	const { line, signal } = context;
	const { promise: talked, resolve } = Promise.withResolvers<void>();
	member.take(talked);
	try {
		await prepare(context, noun, queue, member);
		if (member.line.hasEnded) return;
		const seconds = limitTalk(plan, element, line.ctx.clock.now());
		line.ctx.calls.save(line.call);
		const hangupOnStar = flag(element, "hangupOnStar", false);
		await connectLines(line, member.line, { seconds, hangupOnStar }, signal);
	} finally {
		resolve();
	}
}

async function prepare(
	{ line: agent, document, run }: VerbContext,
	noun: Element,
	queue: CallQueue<Line>,
	{ line, joinedClockMs }: QueueMember<Line>,
): Promise<void> {
	const address = noun.attributes.url;
	const url = address ? resolveUrl(document, address) : null;
	if (!url) return;
	const params = {
		QueueSid: queue.sid,
		QueueTime: String(Math.round((line.ctx.clock.now() - joinedClockMs) / 1000)),
		DequeingCallSid: agent.call.sid,
	};
	const scope = { name: "queue", verbs: beforeConnectVerbs, params: () => params, signal: null } as const;
	await ignoreHangup(line, run(line, { url, method: httpMethod(noun), params: {}, kind: "queue" }, scope));
}

async function ignoreHangup(line: Line, work: Promise<unknown>): Promise<void> {
	try {
		await work;
	} catch (error) {
		if (!line.hasEnded) throw error;
	}
}
