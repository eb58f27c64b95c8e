import { RoundTrips } from "@cloudpbx/kit/round-trips";
import type { Context } from "../context.ts";
import type { PacedDelivery } from "../delivery/paced-delivery.ts";
import type { DecidedText, PacedRequest } from "./outgoing-request.ts";
import { storeDecided } from "./store-attempts.ts";

/**
 * Reserve between storing an attempt and its slot. The transaction checks once more whether the text may be
 * sent; a later opt-out or pause does not stop the text. With a shorter reserve texts would miss their slots.
 */
const marginMilliseconds = 100;
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
	readonly roundTrips: RoundTrips;

	constructor(ctx: Context, delivery: PacedDelivery) {
		this.#ctx = ctx;
		this.#delivery = delivery;
		this.roundTrips = new RoundTrips(ctx.now, roundTripMax);
	}

	/**
	 * `texts` are in the order of their slots. Texts that may no longer be sent are skipped; the gate gives the
	 * reason when it is asked again.
	 */
	async write(texts: readonly DecidedText<PacedRequest>[]): Promise<void> {
		const waiting = [...texts];
		while (waiting.length > 0) {
			await this.#delivery.hasRoom();
			const [first] = waiting;
			if (!first) return;
			await this.#sleepUntil(this.#delivery.earliestOf(first.request, 0) - this.#leadMilliseconds);
			const horizon = this.#ctx.now().getTime() + this.#leadMilliseconds;
			const count = waiting.findIndex(
				({ request }, index) => this.#delivery.earliestOf(request, index) > horizon,
			);
			const group = waiting.splice(0, count === -1 ? waiting.length : Math.max(1, count));
			await this.#store(group);
		}
	}

	async #store(group: readonly DecidedText<PacedRequest>[]): Promise<void> {
		try {
			const stored = await this.roundTrips.timed(() => storeDecided(this.#ctx, group));
			const attempts = new Map(stored.map((attempt) => [attempt.id, attempt]));
			for (const { request } of group) {
				const attempt = attempts.get(request.id);
				if (attempt) this.#delivery.add(attempt, request.slot);
			}
		} catch (error) {
			for (const { request } of group) this.#delivery.fail(request.id, error);
		}
	}

	/** Time for this statement and for a previous one that must finish first. */
	get #leadMilliseconds(): number {
		return marginMilliseconds + 2 * this.roundTrips.milliseconds;
	}

	async #sleepUntil(at: number): Promise<void> {
		await this.#ctx.sleep(Math.max(0, at - this.#ctx.now().getTime()));
	}
}
