import type { Clock } from "../clock.ts";

/** A wait that can begin anew: the gap between two keys, the silence after words. */
export class Patience {
	readonly #clock: Clock;
	readonly #signal: AbortSignal;
	#current = new AbortController();

	/** An abort of the signal ends the wait without a word. */
	constructor(clock: Clock, signal: AbortSignal) {
		this.#clock = clock;
		this.#signal = signal;
	}

	restart(networkMs: number, onEnd: () => void): void {
		this.#current.abort();
		this.#current = new AbortController();
		const signal = AbortSignal.any([this.#signal, this.#current.signal]);
		this.#clock.sleep(networkMs, signal).then(onEnd, () => undefined);
	}

	stop(): void {
		this.#current.abort();
	}
}
