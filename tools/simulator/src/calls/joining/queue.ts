import type { Exchange } from "../../context.ts";
import { newSid } from "../../sid.ts";
import type { Line } from "../line.ts";

/** A caller who waits; `take` is how somebody comes for him, with a promise of when they have talked. */
export interface QueueMember {
	line: Line;
	joinedClockMs: number;
	take: (talked: Promise<void>) => void;
}

export interface CallQueue {
	sid: string;
	name: string;
	members: QueueMember[];
	/** Dials that wait for the next caller. */
	waiters: (() => void)[];
}

export const queueSizeMax = 1000;

/** Queues come into being with their first caller. */
export function openQueue(exchange: Exchange, name: string): CallQueue {
	const known = exchange.queues.get(name);
	if (known) return known;
	const queue: CallQueue = { sid: newSid("QU"), name, members: [], waiters: [] };
	exchange.queues.set(name, queue);
	return queue;
}

export function joinQueue(queue: CallQueue, member: QueueMember): void {
	queue.members.push(member);
	queue.waiters.shift()?.();
}

export function leaveQueue(queue: CallQueue, member: QueueMember): void {
	queue.members = queue.members.filter((other) => other !== member);
}
