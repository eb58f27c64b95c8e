import { RoundTrips } from "@cloudpbx/kit/round-trips";
import type { Context } from "../context.ts";
import type { Lease } from "./lease.ts";
import { RunSlots } from "./run-slots.ts";

/** Maximum round trip that planning allows for. A slower database makes texts late. */
const roundTripMax = 2000;

export class RunState {
	readonly lease: Lease;
	readonly slots: RunSlots;
	readonly served = new Map<string, number>();
	readonly roundTrips: RoundTrips;

	constructor({ now }: Pick<Context, "now">, lease: Lease) {
		this.lease = lease;
		this.slots = new RunSlots(lease.slots, now);
		this.roundTrips = new RoundTrips(now, roundTripMax);
	}

	close(until: number): void {
		this.slots.close(until);
		this.lease.nextSlotAt = Math.max(this.lease.nextSlotAt, until);
	}

	/** Time from planning to the first possible text: three round trips (claim, facts, attempt). */
	get readyMilliseconds(): number {
		return 3 * this.roundTrips.milliseconds;
	}

	/** A batch is claimed this long before the previous one ends: two more round trips and one second. */
	get leadMilliseconds(): number {
		return 1000 + 2 * this.roundTrips.milliseconds + this.readyMilliseconds;
	}

	/** A run begins this long before its first slot: scheduled campaigns, lease, candidates and claim come first. */
	get runLeadMilliseconds(): number {
		return 1000 + 4 * this.roundTrips.milliseconds + this.readyMilliseconds;
	}

	/** Maximum delay of a text of the last batch; the next run starts after it. */
	get lateMilliseconds(): number {
		return 150 + 2 * this.roundTrips.milliseconds;
	}
}
