import type { StoredTry } from "@cloudpbx/db/schema/events";

/** Maximum delay, in first delays: two hours at 15 seconds. The delay doubles with each try. */
const longestDelay = 480;
/** Maximum time of tries, in first delays: a day at 15 seconds. */
const givenUpAfter = 5760;
/** Random share of each delay, so that deliveries that failed together do not return together. */
const jitter = 0.2;

/** The receiver wants no more events. */
const goneStatus = 410;

export interface DeliverySoFar {
	/** Counted tries before this one, in milliseconds since 1970. */
	triedAt: readonly number[];
	/** The webhook's last success, in milliseconds since 1970; null: none. */
	succeededAt: number | null;
}

/** `pause`: the whole webhook; its deliveries wait. `fail`: this delivery only. */
export type AfterTry =
	| { kind: "delivered" }
	| { kind: "again"; dueAt: number }
	| { kind: "pause"; reason: "gone" | "failing" }
	| { kind: "fail" };

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
