/** The slowest of this number of recent round trips counts. */
const kept = 4;

/** Measures how long a database takes to answer. */
export class RoundTrips {
	readonly #now: () => Date;
	readonly #maxMilliseconds: number;
	#recent: number[] = [];

	constructor(now: () => Date, maxMilliseconds: number) {
		this.#now = now;
		this.#maxMilliseconds = maxMilliseconds;
	}

	async timed<Value>(work: () => Promise<Value>): Promise<Value> {
		const startedAt = this.#now().getTime();
		const value = await work();
		this.#recent = [...this.#recent, this.#now().getTime() - startedAt].slice(-kept);
		return value;
	}

	get milliseconds(): number {
		return Math.min(this.#maxMilliseconds, Math.max(0, ...this.#recent));
	}
}
