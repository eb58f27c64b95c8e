import { type Result, refuse } from "@cloudpbx/contracts/errors";
import { selectRow } from "@cloudpbx/db/json-rows";
import { signInAttempts } from "@cloudpbx/db/schema/admin";
import { and, eq, gt, gte, inArray, notExists, or, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { hashSecret } from "../../access/secret.ts";
import type { Context } from "../../context.ts";

interface Bucket {
	/** Parts of the key; they are encoded, so that different keys never collide. */
	name: (string | null)[];
	limit: number;
	windowSeconds: number;
	/** Whether a success empties the bucket. */
	isOwn: boolean;
}

/** A refusal for too many tries has the seconds to wait. */
export type Counted<Value> = Result<Value> & { retryAfterSeconds?: number };

export const tooManyTries = refuse("limit_exceeded", "Too many tries. Wait a while, then try again.");

/** Limits per person stop guesses from many addresses, and are too high to lock a person out. */
export function signInBuckets(email: string, address: string | null, knownBrowser: string | null): Bucket[] {
	// Tries of strangers do not lock out a browser that the person used before.
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

/** A person at somebody's signed-in browser must not find out the password. */
export function passwordBuckets(userId: string): Bucket[] {
	return [{ name: ["password", userId], limit: 10, windowSeconds: 900, isOwn: true }];
}

/** Limits repeated requests; the secret itself cannot be guessed. */
function linkBuckets(address: string | null): Bucket[] {
	return [{ name: ["link", address], limit: 10, windowSeconds: 900, isOwn: true }];
}

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
 * Counts a try before it is made, so that concurrent tries are all counted. Returns the seconds to wait or null. A
 * try that one bucket refuses is counted in none, so that one address cannot fill the person's bucket. One round
 * trip.
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

/** After success: earlier tries were no guesses. `also` is written in the same round trip. */
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
