import type { Context } from "../context.ts";
import type { PacedDelivery, PacedSlot } from "../delivery/paced-delivery.ts";
import type { DecidedText } from "./outgoing-request.ts";
import { storeDecided } from "./store-attempts.ts";

export interface PacedText extends DecidedText {
	slot: PacedSlot;
}

/**
 * Reserve between storing an attempt and its slot. The transaction checks once more whether the text may be
 * sent; a later opt-out or pause does not stop the text. With a shorter reserve texts would miss their slots.
 */
const marginMilliseconds = 100;
/** The slowest of this many recent round trips counts. */
const roundTripsKept = 4;
/**
 * Maximum round trip, in milliseconds, that the lead allows for. With a slower database texts are late, but
 * the checks are not old.
 */
const roundTripMax = 1500;

/**
 * Stores the attempts of a batch ahead of their slots, one statement at a time. Each statement stores all
 * texts whose slots come before the next statement could finish. The time of statements is measured.
 */
export class AttemptWriter {
	readonly #ctx: Context;
	readonly #delivery: PacedDelivery;
	#roundTrips: number[] = [];

	constructor(ctx: Context, delivery: PacedDelivery) {
		this.#ctx = ctx;
		this.#delivery = delivery;
	}

	/**
	 * `texts` are in the order of their slots. Texts that may no longer be sent are skipped; the gate gives the
	 * reason when it is asked again.
	 */
	async write(texts: readonly PacedText[]): Promise<void> {
		const waiting = [...texts];
		while (waiting.length > 0) {
			await this.#delivery.hasRoom();
			const [first] = waiting;
			if (!first) return;
			await this.#sleepUntil(this.#delivery.earliestOf(first, 0) - this.#leadMilliseconds);
			const horizon = this.#ctx.now().getTime() + this.#leadMilliseconds;
			const count = waiting.findIndex((text, index) => this.#delivery.earliestOf(text, index) > horizon);
			const group = waiting.splice(0, count === -1 ? waiting.length : Math.max(1, count));
			await this.#store(group);
		}
	}

	async #store(group: readonly PacedText[]): Promise<void> {
		try {
			const stored = await this.timed(() => storeDecided(this.#ctx, group));
			const attempts = new Map(stored.map((attempt) => [attempt.id, attempt]));
			for (const { request, slot } of group) {
				const attempt = attempts.get(request.id);
				if (attempt) this.#delivery.add(attempt, slot);
			}
		} catch (error) {
			for (const { request } of group) this.#delivery.fail(request.id, error);
		}
	}

	async timed<Value>(work: () => Promise<Value>): Promise<Value> {
		const startedAt = this.#ctx.now().getTime();
		const value = await work();
		const milliseconds = this.#ctx.now().getTime() - startedAt;
		this.#roundTrips = [...this.#roundTrips, milliseconds].slice(-roundTripsKept);
		return value;
	}

	/** Time for this statement and for a previous one that must finish first. */
	get #leadMilliseconds(): number {
		return marginMilliseconds + 2 * Math.min(roundTripMax, Math.max(0, ...this.#roundTrips));
	}

	async #sleepUntil(at: number): Promise<void> {
		await this.#ctx.sleep(Math.max(0, at - this.#ctx.now().getTime()));
	}
}
