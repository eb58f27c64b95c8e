import type { SendTextResult, Slot, SlotBaton } from "@cloudpbx/contracts/texts/sending";
import { closestShare, SlotBook } from "@cloudpbx/domain/pacing/slot-book";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";
import type { Attempt } from "./attempt.ts";
import { closeAttempt } from "./close-attempt.ts";
import { describeMissedSlot, describeResult } from "./describe-result.ts";
import { askCarrier, requestsMax } from "./hand-over.ts";
import { OutcomeWriter } from "./outcome-writer.ts";

/** Maximum delay of a text in its slot. A later text takes the next free slot; a burst would break the rate. */
const delayMaxMilliseconds = 150;
/** Maximum age of an attempt's check for opt-outs and pauses. An older attempt is withdrawn and checked again. */
const checkAgeMaxMilliseconds = 5000;

/** Milliseconds since 1970. The text is not sent after `until`. */
export interface PacedSlot extends Slot {
	until: number;
}

interface Prepared {
	attempt: Attempt;
	slot: PacedSlot;
	preparedAt: number;
}

/**
 * Sends the texts of one number in order, each in the next free slot, never before its own. Slots come from the
 * previous batch (`baton`) and are passed on after the last text.
 */
export class PacedDelivery {
	readonly #ctx: Context;
	readonly #baton: SlotBaton;
	readonly #finish: (result: SendTextResult) => void;
	readonly #outcomes: OutcomeWriter;
	readonly #ids = new Set<string>();
	readonly #requests = new Set<Promise<unknown>>();
	readonly #answers: Promise<void>[] = [];
	#book: SlotBook | null = null;
	#taking: Promise<SlotBook> | null = null;
	#handingOver: Promise<void> = Promise.resolve();
	#prepared = 0;
	#lastAt = 0;

	constructor(ctx: Context, baton: SlotBaton, finish: (result: SendTextResult) => void) {
		this.#ctx = ctx;
		this.#baton = baton;
		this.#finish = finish;
		this.#outcomes = new OutcomeWriter(ctx);
	}

	has(id: string): boolean {
		return this.#ids.has(id);
	}

	/** Waits until more texts may be prepared: only one group while the previous batch still uses slots. */
	async hasRoom(): Promise<void> {
		if (this.#prepared > 0 && this.#book === null) await this.#openBook();
	}

	/** Milliseconds since 1970. `ahead`: number of earlier texts that are not prepared. */
	earliestOf({ slot }: { slot: PacedSlot }, ahead: number): number {
		const places = this.#prepared + ahead + 1;
		return Math.max(slot.at, this.#lastAt + places * slot.length * closestShare);
	}

	add(attempt: Attempt, slot: PacedSlot): void {
		this.#ids.add(attempt.id);
		this.#prepared += 1;
		const prepared = { attempt, slot, preparedAt: this.#ctx.now().getTime() };
		this.#handingOver = this.#handingOver.then(() => this.#handOver(prepared));
	}

	isHandedOver(): Promise<void> {
		return this.#handingOver;
	}

	async isAnswered(): Promise<void> {
		await Promise.all(this.#answers);
	}

	async passOn(): Promise<void> {
		await this.#handingOver;
		const book = await this.#openBook();
		await this.#baton.pass(book.recent(this.#ctx.now().getTime()));
	}

	async #handOver(prepared: Prepared): Promise<void> {
		const { attempt } = prepared;
		try {
			const book = await this.#openBook();
			const isInTime = await this.#waitForSlot(book, prepared);
			this.#prepared -= 1;
			if (!isInTime) return await this.#withdraw(attempt);
			this.#answers.push(this.#ask(attempt));
		} catch (error) {
			this.fail(attempt.id, error);
		}
	}

	/** A failed text does not hold up the others; its result is found out when it is requested again. */
	fail(id: string, error: unknown): void {
		log.error("paced_text_failed", { messageId: id, reason: describeError(error) });
		this.#finish({ id, outcome: "pending", reason: "It is not known what became of the text." });
	}

	/** A connection may become free too late for the slot; then the text takes another slot. */
	async #waitForSlot(book: SlotBook, { slot: planned, preparedAt }: Prepared): Promise<boolean> {
		const now = () => this.#ctx.now().getTime();
		for (;;) {
			const slot = book.take(planned.length, Math.max(planned.at, now()));
			await this.#ctx.sleep(Math.max(0, slot.at - now()));
			while (this.#requests.size >= requestsMax) await Promise.race(this.#requests);
			if (now() > planned.until || now() > preparedAt + checkAgeMaxMilliseconds) {
				book.giveBack(slot);
				return false;
			}
			if (now() <= slot.at + delayMaxMilliseconds) {
				this.#lastAt = slot.at;
				return true;
			}
			book.giveBack(slot);
		}
	}

	async #withdraw(attempt: Attempt): Promise<void> {
		await closeAttempt(this.#ctx, attempt, "withdrawn");
		this.#finish(describeMissedSlot(attempt.id, this.#ctx.now()));
	}

	async #ask(attempt: Attempt): Promise<void> {
		try {
			const request = askCarrier(this.#ctx, attempt).finally(() => this.#requests.delete(request));
			this.#requests.add(request);
			const outcome = await request;
			this.#finish(describeResult(await this.#outcomes.record(attempt, outcome)));
		} catch (error) {
			this.fail(attempt.id, error);
		}
	}

	#openBook(): Promise<SlotBook> {
		this.#taking ??= this.#baton.take().then((slots) => {
			this.#book = new SlotBook(slots);
			return this.#book;
		});
		return this.#taking;
	}
}
