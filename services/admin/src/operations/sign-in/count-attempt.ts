import { type Result, refuse } from "@cloudpbx/contracts/errors";
import { selectRow } from "@cloudpbx/db/json-rows";
import { signInAttempts } from "@cloudpbx/db/schema/admin";
import { and, eq, gt, gte, inArray, notExists, or, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { hashSecret } from "../../access/secret.ts";
import type { Context } from "../../context.ts";

/** A count that must not pass its limit within its window. */
interface Bucket {
	/** Whom it counts, part by part: no part can pass for two. */
	name: (string | null)[];
	limit: number;
	windowSeconds: number;
	/** Whether a success empties it; others share the rest. */
	isOwn: boolean;
}

/** The answer of what is counted; when it is refused for that, with how long to wait. */
export type Counted<Value> = Result<Value> & { retryAfterSeconds?: number };

export const tooManyTries = refuse("limit_exceeded", "Too many tries. Wait a while, then try again.");

/**
 * Somebody who mistypes needs a few tries; a program that guesses needs thousands. The counts by person alone stop one
 * that asks from many addresses, and are high enough that nobody is locked out by somebody who is merely annoying.
 */
export function signInBuckets(email: string, address: string | null, knownBrowser: string | null): Bucket[] {
	// Strangers who try on somebody's name do not lock out the browser that this person has signed in with before.
	if (knownBrowser !== null) {
		return [{ name: ["browser", knownBrowser, email], limit: 10, windowSeconds: 900, isOwn: true }];
	}
	return [
		{ name: ["person", email, address], limit: 10, windowSeconds: 900, isOwn: true },
		{ name: ["person", email], limit: 100, windowSeconds: 3600, isOwn: true },
		...(address === null
			? []
			: [{ name: ["address", address], limit: 100, windowSeconds: 900, isOwn: false }]),
	];
}

/** Whoever sits at somebody's browser is signed in, but must not find out the password there. */
export function passwordBuckets(userId: string): Bucket[] {
	return [{ name: ["password", userId], limit: 10, windowSeconds: 900, isOwn: true }];
}

/** The secret of a link is not to be guessed, but nobody tries for nothing either. */
function linkBuckets(address: string | null): Bucket[] {
	return [{ name: ["link", address], limit: 10, windowSeconds: 900, isOwn: true }];
}

/** Opens a link, unless there were too many tries; one that opens is no try. */
export async function countLink<Value>(
	ctx: Context,
	address: string | null,
	open: () => Promise<Result<Value>>,
): Promise<Counted<Value>> {
	const buckets = linkBuckets(address);
	const retryAfterSeconds = await countAttempt(ctx, buckets);
	if (retryAfterSeconds !== null) return { ...tooManyTries, retryAfterSeconds };
	const opened = await open();
	if (opened.ok) await forgetAttempts(ctx, buckets);
	return opened;
}

/**
 * Counts one try before it is made, so that tries at the same moment cannot share one count. Answers the seconds to
 * wait, or null when it may be made. A try that one bucket refuses is counted in none: otherwise whoever goes on from one
 * address would fill the person's own bucket, and shut them out everywhere. One round trip.
 */
export async function countAttempt(ctx: Context, counted: readonly Bucket[]): Promise<number | null> {
	const { db, now } = ctx;
	const buckets = await Promise.all(counted.map(async (bucket) => ({ ...bucket, key: await keyOf(bucket) })));
	const { key, count, expiresAt } = signInAttempts;
	const full = db
		.select({ expiresAt })
		.from(signInAttempts)
		.where(
			and(
				gt(expiresAt, now),
				or(...buckets.map((bucket) => and(eq(key, bucket.key), gte(count, bucket.limit)))),
			),
		);
	const rows = sql.join(
		buckets.map((bucket) => sql`(${bucket.key}, ${now.getTime() + bucket.windowSeconds * 1000})`),
		sql`, `,
	);
	const isOver = sql`${expiresAt} <= ${now.getTime()}`;
	const [refusing] = await db.batch([
		full,
		db
			.insert(signInAttempts)
			.select(
				selectRow(
					signInAttempts,
					{ key: sql`column1`, count: 1, expiresAt: sql`column2` },
					sql`FROM (VALUES ${rows}) WHERE ${notExists(full)}`,
				),
			)
			.onConflictDoUpdate({
				target: key,
				set: {
					count: sql`CASE WHEN ${isOver} THEN 1 ELSE ${count} + 1 END`,
					expiresAt: sql`CASE WHEN ${isOver} THEN excluded.expires_at ELSE ${expiresAt} END`,
				},
			}),
	]);
	const waits = refusing.map((bucket) => Math.ceil((bucket.expiresAt.getTime() - now.getTime()) / 1000));
	return waits.length === 0 ? null : Math.max(1, ...waits);
}

/** The right password was given: its tries were no guesses. `also` is written in the same round trip. */
export async function forgetAttempts(
	ctx: Context,
	counted: readonly Bucket[],
	...also: BatchItem<"sqlite">[]
): Promise<void> {
	const { db } = ctx;
	const keys = await Promise.all(counted.filter(({ isOwn }) => isOwn).map(keyOf));
	await db.batch([db.delete(signInAttempts).where(inArray(signInAttempts.key, keys)), ...also]);
}

function keyOf({ name }: Bucket): Promise<string> {
	return hashSecret(JSON.stringify(name));
}
