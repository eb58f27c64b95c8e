import { isTollFree } from "../../numbers.ts";
import { readOptions } from "../../options.ts";
import { changeStatus } from "../change-status.ts";
import type { Message } from "../message.ts";
import type { MessageContext } from "../message-context.ts";
import { untilBeat } from "./beat.ts";

const validityExpired = 30036;

export interface SendingContext extends MessageContext {
	readonly senders: Map<string, SenderQueue>;
	/** Carries a text to its phone. Given by the network, because an arriving text can make another one queue. */
	carry(sid: string): Promise<void>;
}

export class SenderQueue {
	readonly #ctx: SendingContext;
	readonly #number: string;
	readonly #waiting: Message[] = [];
	#segments = 0;
	#isSending = false;
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

	/** True when these segments would wait longer than Twilio allows: 21611, 30001. */
	isFull(segments: number): boolean {
		const { queueHours } = readOptions(this.#ctx.sql);
		return this.#segments + segments > queueHours * 3600 * this.#segmentsPerSecond();
	}

	async #send(): Promise<void> {
		const { generation } = this.#ctx;
		this.#isSending = true;
		for (let message = this.#waiting.shift(); message; message = this.#waiting.shift()) {
			// Counted from the due turn, not from now, so that late timers and clock jumps cost no throughput.
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

export function getSenderQueue(ctx: SendingContext, number: string): SenderQueue {
	const known = ctx.senders.get(number);
	if (known) return known;
	const queue = new SenderQueue(ctx, number);
	ctx.senders.set(number, queue);
	return queue;
}
