/** Message turns within which short asynchronous work, such as a digest, finishes. */
const turnsMin = 10;

/** A clock that stands still during work, and jumps to the next wake-up when only sleepers are left. */
export class VirtualTime {
	at: Date;
	#sleepers: { wakeAt: number; wake: () => void }[] = [];
	#busy = 0;
	#onQuiet: () => void = () => undefined;
	readonly #channel = new MessageChannel();

	constructor(at: Date) {
		this.at = at;
	}

	sleep(milliseconds: number): Promise<void> {
		if (milliseconds <= 0) return Promise.resolve();
		const wakeAt = this.at.getTime() + milliseconds;
		return new Promise((wake) => void this.#sleepers.push({ wakeAt, wake }));
	}

	async doing<Value>(work: () => Promise<Value>): Promise<Value> {
		this.#busy += 1;
		try {
			return await work();
		} finally {
			this.#busy -= 1;
			if (this.#busy === 0) this.#onQuiet();
		}
	}

	async until<Value>(work: Promise<Value>): Promise<Value> {
		let isDone = false;
		const settled = work.finally(() => {
			isDone = true;
		});
		settled.catch(() => undefined);
		while (!isDone) {
			if (this.#busy > 0) await this.#quiet();
			for (let turn = 0; turn < turnsMin && !isDone && this.#busy === 0; turn++) await this.#nextTurn();
			if (isDone || this.#busy > 0) continue;
			// The bodies of the carrier's answers arrive through another kind of task.
			await nextTask();
			if (isDone || this.#busy > 0) continue;
			if (!this.#wakeNext()) await this.#expectSomething();
		}
		return settled;
	}

	pass(seconds: number): void {
		this.at = new Date(this.at.getTime() + seconds * 1000);
	}

	#quiet(): Promise<void> {
		return new Promise((resolve) => {
			this.#onQuiet = resolve;
		});
	}

	/** Lets pending work continue. A message is a hundred times faster than a timer. */
	#nextTurn(): Promise<void> {
		return new Promise((resolve) => {
			this.#channel.port2.onmessage = () => resolve();
			this.#channel.port1.postMessage(null);
		});
	}

	#wakeNext(): boolean {
		this.#sleepers.sort((one, other) => one.wakeAt - other.wakeAt);
		const next = this.#sleepers.shift();
		if (!next) return false;
		this.at = new Date(Math.max(this.at.getTime(), next.wakeAt));
		next.wake();
		return true;
	}

	#stuckRounds = 0;

	async #expectSomething(): Promise<void> {
		this.#stuckRounds += 1;
		if (this.#stuckRounds > 1000) throw new Error("Nobody does anything, and nobody sleeps.");
		await nextTask();
	}
}

function nextTask(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}
