import type { Context } from "../context.ts";
import type { Lease } from "./lease.ts";
import { RunSlots } from "./run-slots.ts";

/** Round trips of which the slowest counts. */
const roundTripsKept = 4;
/** A slower database is not waited for any longer: texts become late, and say so. */
const roundTripMax = 2000;

/** What a run knows of its number. */
export class RunState {
	readonly lease: Lease;
	readonly slots: RunSlots;
	/** The last slot that each campaign got, in milliseconds since 1970. */
	readonly served = new Map<string, number>();
	readonly #now: () => Date;
	#roundTrips: number[] = [];

	constructor({ now }: Pick<Context, "now">, lease: Lease) {
		this.lease = lease;
		this.slots = new RunSlots(lease.slots, now);
		this.#now = now;
	}

	/** Measures a round trip to the database. */
	async timed<Value>(work: () => Promise<Value>): Promise<Value> {
		const startedAt = this.#now().getTime();
		const value = await work();
		this.noteRoundTrip(this.#now().getTime() - startedAt);
		return value;
	}

	noteRoundTrip(milliseconds: number): void {
		this.#roundTrips = [...this.#roundTrips, milliseconds].slice(-roundTripsKept);
	}

	/** The number sends nothing before that instant. */
	close(until: number): void {
		this.slots.close(until);
		this.lease.nextSlotAt = Math.max(this.lease.nextSlotAt, until);
	}

	/** What a round trip to the database takes, in milliseconds. */
	get roundTrip(): number {
		return Math.min(roundTripMax, Math.max(0, ...this.#roundTrips));
	}

	/** From the planning of a batch until its first text can be ready: stored claim, facts, attempt. */
	get readyMilliseconds(): number {
		return 3 * this.roundTrip;
	}

	/** How long before the end of one batch the next one is claimed: two round trips more than until it is ready, and some time. */
	get leadMilliseconds(): number {
		return 1000 + 2 * this.roundTrip + this.readyMilliseconds;
	}
}
