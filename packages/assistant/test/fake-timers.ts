import type { Timers } from "../src/models/timers.ts";

export class FakeTimers implements Timers {
	#now = 1_000_000;
	readonly #waits: { at: number; finish: () => void; signal: AbortSignal }[] = [];

	now(): number {
		return this.#now;
	}

	wait(milliseconds: number, signal: AbortSignal): Promise<void> {
		return new Promise((finish) => this.#waits.push({ at: this.#now + milliseconds, finish, signal }));
	}

	/** Moves the clock and resolves the waits that are due. */
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

function settle(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
