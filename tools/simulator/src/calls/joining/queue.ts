import { newSid } from "../../sid.ts";

/** A waiting caller. `take` connects it; `talked` settles at the end of the conversation. */
export interface QueueMember<Caller> {
	line: Caller;
	joinedClockMs: number;
	take: (talked: Promise<void>) => void;
}

export interface CallQueue<Caller> {
	sid: string;
	name: string;
	members: QueueMember<Caller>[];
	waiters: (() => void)[];
}

export interface QueueContext<Caller> {
	readonly queues: Map<string, CallQueue<Caller>>;
}

export const queueSizeMax = 1000;

export function openQueue<Caller>(ctx: QueueContext<Caller>, name: string): CallQueue<Caller> {
	const known = ctx.queues.get(name);
	if (known) return known;
	const queue: CallQueue<Caller> = { sid: newSid("QU"), name, members: [], waiters: [] };
	ctx.queues.set(name, queue);
	return queue;
}

export function joinQueue<Caller>(queue: CallQueue<Caller>, member: QueueMember<Caller>): void {
	queue.members.push(member);
	queue.waiters.shift()?.();
}

export function leaveQueue<Caller>(queue: CallQueue<Caller>, member: QueueMember<Caller>): void {
	queue.members = queue.members.filter((other) => other !== member);
}
