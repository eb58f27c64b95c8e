import type { StoredTry } from "@cloudpbx/db/schema/events";

/** The delay doubles with each try up to this many times the first one: two hours at 15 seconds. */
const longestDelay = 480;
/** How long a delivery is tried, in first delays: a day at 15 seconds. */
const givenUpAfter = 5760;
/** How much a delay may be shorter or longer, so that what failed together does not come back together. */
const jitter = 0.2;

/** Statuses by which a receiver says that it wants nothing more. */
const goneStatus = 410;

export interface DeliverySoFar {
	/** Tries that count, without the one that was just made, in milliseconds since 1970. */
	triedAt: readonly number[];
	/** When the webhook last took an event, in milliseconds since 1970; null: never. */
	succeededAt: number | null;
}

/**
 * What a try makes of a delivery. `pause`: of the whole webhook; the delivery waits until it goes on. `fail`: this delivery alone comes to
 * nothing, while the webhook takes others.
 */
export type AfterTry =
	| { kind: "delivered" }
	| { kind: "again"; dueAt: number }
	| { kind: "pause"; reason: "gone" | "failing" }
	| { kind: "fail" };

/** `random` is from 0 to 1. */
export function planAfterTry(
	{ at, statusCode, reason }: StoredTry,
	{ triedAt, succeededAt }: DeliverySoFar,
	baseSeconds: number,
	random: number,
): AfterTry {
	if (reason === null) return { kind: "delivered" };
	if (statusCode === goneStatus) return { kind: "pause", reason: "gone" };
	const firstAt = triedAt[0] ?? at;
	const delay = Math.min(longestDelay, 2 ** triedAt.length) * baseSeconds * 1000;
	const dueAt = Math.round(at + delay * (1 - jitter + 2 * jitter * random));
	if (dueAt - firstAt <= givenUpAfter * baseSeconds * 1000) return { kind: "again", dueAt };
	return succeededAt !== null && succeededAt > firstAt
		? { kind: "fail" }
		: { kind: "pause", reason: "failing" };
}
