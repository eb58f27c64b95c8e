import { RoundTrips } from "@cloudpbx/kit/round-trips";
import type { Context } from "../context.ts";
import type { PacedDelivery } from "../delivery/paced-delivery.ts";
import type { DecidedText, PacedRequest } from "./outgoing-request.ts";
import { storeDecided } from "./store-attempts.ts";

/**
 * Time between storing an attempt and its slot. A later opt-out does not stop the text; with less, slots are
 * missed.
 */
const marginMilliseconds = 100;
/** Maximum round trip, in milliseconds, that the lead allows for: the checks must not become old. */
const roundTripMax = 1500;

/** Stores attempts shortly before their slots. A statement has all texts that the next one would store too late. */
export class AttemptWriter {
	readonly #ctx: Context;
	readonly #delivery: PacedDelivery;
	readonly roundTrips: RoundTrips;

	constructor(ctx: Context, delivery: PacedDelivery) {
		this.#ctx = ctx;
		this.#delivery = delivery;
		this.roundTrips = new RoundTrips(ctx.now, roundTripMax);
	}

	/** `texts`: in the order of their slots. Texts that may no longer be sent are skipped. */
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

	/** Covers this statement and a previous one that must finish first. */
	get #leadMilliseconds(): number {
		return marginMilliseconds + 2 * this.roundTrips.milliseconds;
	}

	async #sleepUntil(at: number): Promise<void> {
		await this.#ctx.sleep(Math.max(0, at - this.#ctx.now().getTime()));
	}
}
