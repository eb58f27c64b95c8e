import type { Clock } from "../clock/clock.ts";

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

	/** `onEnd` learns when the wait was over by network time: a jump of the clock may have gone past it. */
	restart(networkMilliseconds: number, onEnd: (endedClockMilliseconds: number) => void): void {
		this.#current.abort();
		this.#current = new AbortController();
		const signal = AbortSignal.any([this.#signal, this.#current.signal]);
		const endedClockMilliseconds = this.#clock.now() + networkMilliseconds;
		this.#clock.sleep(networkMilliseconds, signal).then(
			() => onEnd(endedClockMilliseconds),
			() => undefined,
		);
	}

	stop(): void {
		this.#current.abort();
	}
}
