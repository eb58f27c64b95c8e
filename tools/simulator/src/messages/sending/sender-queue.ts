import type { Exchange } from "../../context.ts";
import { isTollFree } from "../../numbers.ts";
import { readOptions } from "../../options.ts";
import { changeStatus } from "../change-status.ts";
import type { Message } from "../message.ts";
import { untilBeat } from "./beat.ts";
import { carryMessage } from "./carry-message.ts";

const validityExpired = 30036;

/** Texts of one number that wait for their turn: a number sends so many segments a second, in order. */
export class SenderQueue {
	readonly #exchange: Exchange;
	readonly #number: string;
	readonly #waiting: Message[] = [];
	#segments = 0;
	#isSending = false;
	/** Network time from which the number may send again. */
	#freeAtMs = 0;

	constructor(exchange: Exchange, number: string) {
		this.#exchange = exchange;
		this.#number = number;
	}

	add(message: Message): void {
		this.#waiting.push(message);
		this.#segments += message.segments;
		if (!this.#isSending) this.#exchange.background(this.#send());
	}

	/** Whether so many more segments would wait longer than Twilio lets them: 21611, 30001. */
	isFull(segments: number): boolean {
		const { queueHours } = readOptions(this.#exchange.sql);
		return this.#segments + segments > queueHours * 3600 * this.#segmentsPerSecond();
	}

	async #send(): Promise<void> {
		const { generation } = this.#exchange;
		this.#isSending = true;
		for (let message = this.#waiting.shift(); message; message = this.#waiting.shift()) {
			// Measured from the turn that was due, not from now: late timers and jumps of the clock are made up for.
			const dueMs = Math.max(this.#freeAtMs, message.acceptedClockMs);
			if (dueMs >= this.#exchange.clock.now()) await untilBeat(this.#exchange, dueMs);
			if (generation !== this.#exchange.generation) return;
			this.#segments -= message.segments;
			this.#freeAtMs = dueMs + (message.segments * 1000) / this.#segmentsPerSecond();
			this.#sendOne(message, dueMs);
		}
		this.#isSending = false;
	}

	#sendOne({ sid, acceptedClockMs, validitySeconds }: Message, dueMs: number): void {
		if (dueMs - acceptedClockMs > validitySeconds * 1000)
			changeStatus(this.#exchange, sid, "failed", { errorCode: validityExpired });
		else this.#exchange.background(carryMessage(this.#exchange, sid));
	}

	#segmentsPerSecond(): number {
		const { tollFreeSegmentsPerSecond, longCodeSegmentsPerSecond } = readOptions(this.#exchange.sql);
		return isTollFree(this.#number) ? tollFreeSegmentsPerSecond : longCodeSegmentsPerSecond;
	}
}

/** The queue of a number of the account. */
export function queueOf(exchange: Exchange, number: string): SenderQueue {
	const known = exchange.senders.get(number);
	if (known) return known;
	const queue = new SenderQueue(exchange, number);
	exchange.senders.set(number, queue);
	return queue;
}
