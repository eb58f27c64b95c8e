import type { Timers } from "../src/models/timers.ts";

/** A clock that stands still until it is moved, and waits that end when it gets there. */
export class FakeTimers implements Timers {
	#now = 1_000_000;
	readonly #waits: { at: number; finish: () => void; signal: AbortSignal }[] = [];

	now(): number {
		return this.#now;
	}

	wait(milliseconds: number, signal: AbortSignal): Promise<void> {
		return new Promise((finish) => this.#waits.push({ at: this.#now + milliseconds, finish, signal }));
	}

	/** Moves the clock and lets everything that was waiting for it go on. */
	async advance(milliseconds: number): Promise<void> {
		const until = this.#now + milliseconds;
		for (;;) {
			await settle();
			const due = this.#waits
				.filter(({ at, signal }) => at <= until && !signal.aborted)
				.sort((a, b) => a.at - b.at);
			const [next] = due;
			if (next === undefined) break;
			this.#waits.splice(this.#waits.indexOf(next), 1);
			this.#now = Math.max(this.#now, next.at);
			next.finish();
		}
		this.#now = until;
		await settle();
	}
}

/** Lets all promises that can settle do so. */
function settle(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
