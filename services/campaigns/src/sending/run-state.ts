import { RoundTrips } from "@cloudpbx/kit/round-trips";
import type { Context } from "../context.ts";
import type { Lease } from "./lease.ts";
import { RunSlots } from "./run-slots.ts";

/**
 * Maximum round trip, in milliseconds, that planning allows for. With a slower database texts are late, and
 * the pace reports it.
 */
const roundTripMax = 2000;

export class RunState {
	readonly lease: Lease;
	readonly slots: RunSlots;
	/** The last slot that each campaign got, in milliseconds since 1970. */
	readonly served = new Map<string, number>();
	readonly roundTrips: RoundTrips;

	constructor({ now }: Pick<Context, "now">, lease: Lease) {
		this.lease = lease;
		this.slots = new RunSlots(lease.slots, now);
		this.roundTrips = new RoundTrips(now, roundTripMax);
	}

	/** Blocks the number until that instant, in milliseconds since 1970. */
	close(until: number): void {
		this.slots.close(until);
		this.lease.nextSlotAt = Math.max(this.lease.nextSlotAt, until);
	}

	/**
	 * Time from the planning of a batch to its first possible text, in milliseconds. It has three round trips:
	 * the claim, the facts and the attempt.
	 */
	get readyMilliseconds(): number {
		return 3 * this.roundTrips.milliseconds;
	}

	/**
	 * How long before the end of one batch the next one is claimed, in milliseconds: the ready time, two more
	 * round trips and a reserve of one second.
	 */
	get leadMilliseconds(): number {
		return 1000 + 2 * this.roundTrips.milliseconds + this.readyMilliseconds;
	}

	/** How long before its first slot a run begins: scheduled campaigns, the lease, candidates and claim come first. */
	get runLeadMilliseconds(): number {
		return 1000 + 4 * this.roundTrips.milliseconds + this.readyMilliseconds;
	}

	/** How late a text of the last batch may go in its slot; the next run keeps clear of that. */
	get lateMilliseconds(): number {
		return 150 + 2 * this.roundTrips.milliseconds;
	}
}
