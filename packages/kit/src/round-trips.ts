/** The slowest of this many recent round trips counts. */
const kept = 4;

/** Measures how long a caller's database takes to answer. */
export class RoundTrips {
	readonly #now: () => Date;
	readonly #maxMilliseconds: number;
	#recent: number[] = [];

	/** `maxMilliseconds`: a slower round trip counts as this. */
	constructor(now: () => Date, maxMilliseconds: number) {
		this.#now = now;
		this.#maxMilliseconds = maxMilliseconds;
	}

	/** Measures one round trip. A failure is passed on and not counted. */
	async timed<Value>(work: () => Promise<Value>): Promise<Value> {
		const startedAt = this.#now().getTime();
		const value = await work();
		this.#recent = [...this.#recent, this.#now().getTime() - startedAt].slice(-kept);
		return value;
	}

	/** The expected round trip; 0 before the first one. */
	get milliseconds(): number {
		return Math.min(this.#maxMilliseconds, Math.max(0, ...this.#recent));
	}
}
