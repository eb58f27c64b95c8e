import { readSetting, writeSetting } from "./storage/settings.ts";

interface Wait {
	dueMs: number;
	timer: ReturnType<typeof setTimeout> | null;
	finish: () => void;
}

interface ClockState {
	speed: number;
	realMs: number;
	networkMs: number;
}

/**
 * The network's time. It runs `speed` times faster than real time and can jump; every wait of the network is
 * measured in it. Instants that are shown to people stay real: see README, "Time".
 */
export class Clock {
	readonly #sql: SqlStorage;
	readonly #waits = new Set<Wait>();
	#state: ClockState;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		this.#state = readSetting<ClockState>(sql, "clock") ?? restingState();
	}

	get speed(): number {
		return this.#state.speed;
	}

	/** Milliseconds of network time; only differences mean anything. */
	now(): number {
		return this.#state.networkMs + (Date.now() - this.#state.realMs) * this.#state.speed;
	}

	setSpeed(speed: number): void {
		this.#move({ speed, realMs: Date.now(), networkMs: this.now() });
	}

	/** Moves every running wait; waits that begin afterwards begin at the new time. */
	advance(seconds: number): void {
		this.#move({ speed: this.speed, realMs: Date.now(), networkMs: this.now() + seconds * 1000 });
	}

	reset(): void {
		this.#move({ speed: 1, realMs: Date.now(), networkMs: this.now() });
	}

	/** Rejects with the signal's reason when it is aborted first. */
	async sleep(networkMs: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		await new Promise<void>((resolve, reject) => {
			const wait: Wait = { dueMs: this.now() + networkMs, timer: null, finish: () => done(resolve) };
			const abort = () => done(() => reject(signal?.reason));
			const done = (settle: () => void) => {
				if (wait.timer !== null) clearTimeout(wait.timer);
				this.#waits.delete(wait);
				signal?.removeEventListener("abort", abort);
				settle();
			};
			signal?.addEventListener("abort", abort);
			this.#waits.add(wait);
			this.#arm(wait);
		});
	}

	#move(state: ClockState): void {
		this.#state = state;
		writeSetting(this.#sql, "clock", state);
		for (const wait of [...this.#waits].sort((a, b) => a.dueMs - b.dueMs)) this.#arm(wait);
	}

	#arm(wait: Wait): void {
		if (wait.timer !== null) clearTimeout(wait.timer);
		const realMs = Math.max(0, (wait.dueMs - this.now()) / this.speed);
		// A timer may fire a little early by Date.now(): look again rather than end a wait too soon.
		const check = () => (wait.dueMs - this.now() > 0.5 ? this.#arm(wait) : wait.finish());
		wait.timer = setTimeout(check, Math.min(realMs, MAX_TIMER_MS));
	}
}

/** setTimeout overflows above 2^31 - 1 ms. */
const MAX_TIMER_MS = 2 ** 31 - 1;

function restingState(): ClockState {
	return { speed: 1, realMs: Date.now(), networkMs: 0 };
}
