import type { Clock } from "../clock/clock.ts";

/** A wait that can restart: the gap between two keys, the silence after words. */
export class RestartableWait {
	readonly #clock: Clock;
	readonly #signal: AbortSignal;
	#current = new AbortController();

	constructor(clock: Clock, signal: AbortSignal) {
		this.#clock = clock;
		this.#signal = signal;
	}

	/** `onEnd` gets the due moment by network time: a jump of the clock may have passed it. */
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
