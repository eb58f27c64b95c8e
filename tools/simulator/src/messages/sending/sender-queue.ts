import { isTollFree } from "../../numbers.ts";
import { readOptions } from "../../options.ts";
import { changeStatus } from "../change-status.ts";
import type { Message } from "../message.ts";
import type { MessageContext } from "../message-context.ts";
import { untilBeat } from "./beat.ts";

const validityExpired = 30036;

/** What the queues of the senders need. */
export interface SendingContext extends MessageContext {
	/** By the number that sends. */
	readonly senders: Map<string, SenderQueue>;
	/** Carries a text whose turn has come to its phone. */
	carry(sid: string): Promise<void>;
}

/** Texts of one number that wait for their turn: a number sends so many segments a second, in order. */
export class SenderQueue {
	readonly #ctx: SendingContext;
	readonly #number: string;
	readonly #waiting: Message[] = [];
	#segments = 0;
	#isSending = false;
	/** Network time from which the number may send again. */
	#freeAtMilliseconds = 0;

	constructor(ctx: SendingContext, number: string) {
		this.#ctx = ctx;
		this.#number = number;
	}

	add(message: Message): void {
		this.#waiting.push(message);
		this.#segments += message.segments;
		if (!this.#isSending) this.#ctx.background(this.#send());
	}

	/** Whether so many more segments would wait longer than Twilio lets them: 21611, 30001. */
	isFull(segments: number): boolean {
		const { queueHours } = readOptions(this.#ctx.sql);
		return this.#segments + segments > queueHours * 3600 * this.#segmentsPerSecond();
	}

	async #send(): Promise<void> {
		const { generation } = this.#ctx;
		this.#isSending = true;
		for (let message = this.#waiting.shift(); message; message = this.#waiting.shift()) {
			// Measured from the turn that was due, not from now: late timers and jumps of the clock are made up for.
			const dueMilliseconds = Math.max(this.#freeAtMilliseconds, message.acceptedClockMs);
			if (dueMilliseconds >= this.#ctx.clock.now()) await untilBeat(this.#ctx, dueMilliseconds);
			if (generation !== this.#ctx.generation) return;
			this.#segments -= message.segments;
			this.#freeAtMilliseconds = dueMilliseconds + (message.segments * 1000) / this.#segmentsPerSecond();
			this.#sendOne(message, dueMilliseconds);
		}
		this.#isSending = false;
	}

	#sendOne({ sid, acceptedClockMs, validitySeconds }: Message, dueMilliseconds: number): void {
		if (dueMilliseconds - acceptedClockMs > validitySeconds * 1000)
			changeStatus(this.#ctx, sid, "failed", { errorCode: validityExpired });
		else this.#ctx.background(this.#ctx.carry(sid));
	}

	#segmentsPerSecond(): number {
		const { tollFreeSegmentsPerSecond, longCodeSegmentsPerSecond } = readOptions(this.#ctx.sql);
		return isTollFree(this.#number) ? tollFreeSegmentsPerSecond : longCodeSegmentsPerSecond;
	}
}

/** The queue of a number of the account. */
export function queueOf(ctx: SendingContext, number: string): SenderQueue {
	const known = ctx.senders.get(number);
	if (known) return known;
	const queue = new SenderQueue(ctx, number);
	ctx.senders.set(number, queue);
	return queue;
}
