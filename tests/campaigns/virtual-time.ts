/** A clock that stands still while anything is being done, and jumps to whoever wakes next when everybody sleeps. */
export class VirtualTime {
	at: Date;
	#sleepers: { wakeAt: number; wake: () => void }[] = [];
	#busy = 0;

	constructor(at: Date) {
		this.at = at;
	}

	sleep(milliseconds: number): Promise<void> {
		if (milliseconds <= 0) return Promise.resolve();
		const wakeAt = this.at.getTime() + milliseconds;
		return new Promise((wake) => void this.#sleepers.push({ wakeAt, wake }));
	}

	/** Whatever is waited for in the real world: the clock stands still meanwhile. */
	async doing<Value>(work: () => Promise<Value>): Promise<Value> {
		this.#busy += 1;
		try {
			return await work();
		} finally {
			this.#busy -= 1;
		}
	}

	/** Lets time pass until the work is done. */
	async until<Value>(work: Promise<Value>): Promise<Value> {
		let isDone = false;
		const settled = work.finally(() => {
			isDone = true;
		});
		settled.catch(() => undefined);
		let idleRounds = 0;
		while (!isDone) {
			await nextTask();
			if (isDone || this.#busy > 0) {
				idleRounds = 0;
				continue;
			}
			// Digests and the like are done within a few tasks.
			idleRounds += 1;
			if (idleRounds < 2) continue;
			idleRounds = 0;
			if (!this.#wakeNext()) await this.#expectSomething();
		}
		return settled;
	}

	pass(seconds: number): void {
		this.at = new Date(this.at.getTime() + seconds * 1000);
	}

	/** Everybody who sleeps is forgotten: their process is dead. */
	forget(): void {
		this.#sleepers = [];
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
