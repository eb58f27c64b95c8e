import { readSetting, writeSetting } from "../storage/settings.ts";
import {
	type ClockState,
	clockAt,
	nextEndOf,
	restingClock,
	speedOf,
	withLease,
	withoutLeases,
	withRenewedLease,
} from "./clock-state.ts";

interface Wait {
	dueMilliseconds: number;
	timer: ReturnType<typeof setTimeout> | null;
	finish: () => void;
}

/** Runs `speed` times faster than real time and can jump. All waits of the network use it: README, "Time". */
export class Clock {
	readonly #sql: SqlStorage;
	readonly #onLeaseEnd: () => void;
	readonly #waits = new Set<Wait>();
	#state: ClockState;
	#leaseTimer: ReturnType<typeof setTimeout> | null = null;

	constructor(sql: SqlStorage, onLeaseEnd: () => void) {
		this.#sql = sql;
		this.#onLeaseEnd = onLeaseEnd;
		this.#state = { ...restingClock(Date.now()), ...readSetting<Partial<ClockState>>(sql, "clock") };
		this.#watchLeases();
	}

	get speed(): number {
		return speedOf(this.#read());
	}

	get lastingSpeed(): number {
		return this.#state.speed;
	}

	/** Milliseconds of network time. Only differences have a meaning. */
	now(): number {
		return this.#read().networkMs;
	}

	/** Ends all leases. */
	setSpeed(speed: number): void {
		this.#move({ ...this.#read(), speed, leases: [] });
	}

	/** Sets the speed for a number of real seconds. Afterwards the speed is what it was without this lease. */
	lease(holder: string, speed: number, seconds: number): void {
		this.#move(withLease(this.#read(), { holder, speed, endsAtMs: endAfter(seconds) }));
	}

	/** False when the holder has no lease any more. */
	renewLease(holder: string, seconds: number): boolean {
		const renewed = withRenewedLease(this.#read(), holder, endAfter(seconds));
		if (renewed) this.#move(renewed);
		return renewed !== null;
	}

	endLease(holder: string): void {
		this.#move(withoutLeases(this.#read(), (lease) => lease.holder === holder));
	}

	advance(seconds: number): void {
		const state = this.#read();
		this.#move({ ...state, networkMs: state.networkMs + seconds * 1000 });
	}

	reset(): void {
		this.#move({ ...restingClock(Date.now()), networkMs: this.now() });
	}

	/** Rejects with the signal's reason when it is aborted first. */
	async sleep(networkMilliseconds: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		await new Promise<void>((resolve, reject) => {
			const wait: Wait = {
				dueMilliseconds: this.now() + networkMilliseconds,
				timer: null,
				finish: () => done(resolve),
			};
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

	#read(): ClockState {
		return clockAt(this.#state, Date.now());
	}

	#move(state: ClockState): void {
		this.#state = state;
		writeSetting(this.#sql, "clock", state);
		this.#watchLeases();
		for (const wait of [...this.#waits].sort((a, b) => a.dueMilliseconds - b.dueMilliseconds))
			this.#arm(wait);
	}

	/** Needed by running waits and by listeners only: the time is right without it. */
	#watchLeases(): void {
		if (this.#leaseTimer !== null) clearTimeout(this.#leaseTimer);
		const endsAtMilliseconds = nextEndOf(this.#state);
		if (endsAtMilliseconds === null) return;
		const check = () => {
			if (Date.now() < endsAtMilliseconds) return this.#watchLeases();
			this.#move(this.#read());
			this.#onLeaseEnd();
		};
		this.#leaseTimer = setTimeout(check, Math.max(0, endsAtMilliseconds - Date.now()));
	}

	#arm(wait: Wait): void {
		if (wait.timer !== null) clearTimeout(wait.timer);
		const realMilliseconds = Math.max(0, (wait.dueMilliseconds - this.now()) / this.speed);
		// A timer may fire slightly early by Date.now(): check again instead of ending a wait too soon.
		const check = () => (wait.dueMilliseconds - this.now() > 0.5 ? this.#arm(wait) : wait.finish());
		wait.timer = setTimeout(check, Math.min(realMilliseconds, maxTimerMilliseconds));
	}
}

/** setTimeout overflows above this. */
const maxTimerMilliseconds = 2 ** 31 - 1;

function endAfter(seconds: number): number {
	return Date.now() + seconds * 1000;
}
