import { setWaiting } from "../calls/change-status.ts";
import type { EnqueuePlan } from "../calls/hangup-plan.ts";
import {
	type CallQueue,
	joinQueue,
	leaveQueue,
	openQueue,
	type QueueMember,
	queueSizeMax,
} from "../calls/joining/queue.ts";
import { CallEnded, CallRedirected, type Line } from "../calls/line.ts";
import { queueResultParams } from "../calls/queue-result.ts";
import { raceWithAbort } from "../calls/race-with-abort.ts";
import { note } from "../timeline/timeline.ts";
import { httpMethod, wholeNumber } from "../twiml/attributes.ts";
import { resolveUrl } from "../twiml/document.ts";
import { type Element, textOf } from "../twiml/element.ts";
import { leapTo } from "./flow.ts";
import { playMusic } from "./music.ts";
import type { Leap, VerbContext } from "./verb.ts";

const queueVerbs = ["Say", "Play", "Pause", "Gather", "Redirect", "Hangup", "Leave"];

type QueueEnd = { result: string; talked: Promise<void> | null };

export async function enqueue(context: VerbContext, element: Element): Promise<Leap | null> {
	const { line } = context;
	const { ctx, call } = line;
	const queue = openQueue(ctx, textOf(element) || "default");
	const plan = readPlan(context, element, queue);
	if (queue.members.length >= wholeNumber(element, "maxQueueSize", queueSizeMax, { min: 1 })) {
		return afterQueue(context, element, plan, "queue-full");
	}
	call.hangupPlan = plan;
	const result = await waitInQueue(context, element, queue, plan);
	call.hangupPlan = null;
	ctx.calls.save(call);
	return afterQueue(context, element, plan, result);
}

export async function leave(): Promise<Leap> {
	return { to: "leave" };
}

function readPlan({ line, document }: VerbContext, element: Element, queue: CallQueue<Line>): EnqueuePlan {
	const { action } = element.attributes;
	const url = action ? resolveUrl(document, action) : null;
	return {
		verb: "enqueue",
		action: url ? { url, method: httpMethod(element) } : null,
		queueSid: queue.sid,
		joinedClockMs: line.ctx.clock.now(),
		result: "hangup",
	};
}

async function waitInQueue(
	context: VerbContext,
	element: Element,
	queue: CallQueue<Line>,
	plan: EnqueuePlan,
): Promise<string> {
	const { line, signal } = context;
	const { promise: taken, resolve } = Promise.withResolvers<QueueEnd>();
	const member: QueueMember<Line> = {
		line,
		joinedClockMs: plan.joinedClockMs,
		take: (talked) => {
			leaveQueue(queue, member);
			plan.result = "bridged";
			line.ctx.calls.save(line.call);
			resolve({ result: "bridged", talked });
		},
	};
	const music = new AbortController();
	setWaiting(line, "queue");
	note(line.ctx, line.call.sid, { kind: "status", text: `waits in queue ${queue.name}` });
	joinQueue(queue, member);
	try {
		const end = await raceWithAbort(
			Promise.race([taken, listenToMusic(context, element, { queue, member, signal: music.signal })]),
			signal,
		);
		music.abort();
		if (end.talked) await raceWithAbort(end.talked, signal);
		return end.result;
	} catch (error) {
		if (error instanceof CallRedirected) reportRedirect(context, plan);
		throw error;
	} finally {
		music.abort();
		leaveQueue(queue, member);
		if (!(signal.reason instanceof CallEnded)) setWaiting(line, null);
	}
}

async function listenToMusic(
	context: VerbContext,
	element: Element,
	{ queue, member, signal }: { queue: CallQueue<Line>; member: QueueMember<Line>; signal: AbortSignal },
): Promise<QueueEnd> {
	const { clock } = context.line.ctx;
	const params = () => ({
		QueuePosition: String(queue.members.indexOf(member) + 1),
		QueueSid: queue.sid,
		QueueTime: String(Math.round((clock.now() - member.joinedClockMs) / 1000)),
		AvgQueueTime: String(Math.round((clock.now() - member.joinedClockMs) / 1000)),
		CurrentQueueSize: String(queue.members.length),
		MaxQueueSize: String(queueSizeMax),
	});
	const { waitUrl } = element.attributes;
	const leap = await playMusic(context, waitUrl, httpMethod(element, "waitUrlMethod"), {
		name: "queue",
		verbs: queueVerbs,
		params,
		signal,
	});
	if (leap === null || leap.to === "leave") return { result: "leave", talked: null };
	return { result: "error", talked: null };
}

function afterQueue(context: VerbContext, element: Element, plan: EnqueuePlan, result: string): Leap | null {
	const { action } = element.attributes;
	if (!action) return null;
	const params = queueResultParams(plan, result, context.line.ctx.clock.now());
	return leapTo(context, element, { address: action, params, kind: "queue" });
}

function reportRedirect({ line }: VerbContext, plan: EnqueuePlan): void {
	const result = plan.result === "bridged" ? "redirected-from-bridged" : "redirected";
	note(line.ctx, line.call.sid, { kind: "status", text: `left the queue: ${result}` });
}
