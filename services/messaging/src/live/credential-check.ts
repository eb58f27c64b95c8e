import type { Credential } from "@cloudpbx/contracts/live";
import { findGrants } from "@cloudpbx/db/find-grants";
import type { Db } from "@cloudpbx/db/open-db";
import { describeError, log } from "@cloudpbx/kit/log";

/** Somebody whose rights ended hears nothing any more a minute later: this, and the time that it takes. */
export const checkMilliseconds = 45_000;
/** The database did not answer: nobody is cut off for it, and it is asked again soon. */
export const recheckMilliseconds = 10_000;
/** The database is given up for this time. */
const patienceMilliseconds = 8_000;

/**
 * What each credential gives now, by its place in the list; null: the database cannot be asked. One statement, each
 * credential once.
 */
export async function readGrants(
	db: Db,
	credentials: readonly Credential[],
	now: Date,
): Promise<(string | null)[] | null> {
	const keys = credentials.map(({ kind, id }) => `${kind} ${id}`);
	const distinct = new Map(credentials.map((credential, index) => [keys[index] ?? "", credential]));
	const patience = new AbortController();
	try {
		const grants = await Promise.race([findGrants(db, [...distinct.values()], now), giveUp(patience.signal)]);
		const grantOf = new Map([...distinct.keys()].map((key, index) => [key, grants[index] ?? null]));
		return keys.map((key) => grantOf.get(key) ?? null);
	} catch (error) {
		log.warn("live_credentials_not_read", { count: distinct.size, reason: describeError(error) });
		return null;
	} finally {
		// A timer that runs would keep the object in memory.
		patience.abort();
	}
}

async function giveUp(signal: AbortSignal): Promise<never> {
	await scheduler.wait(patienceMilliseconds, { signal });
	throw new Error("The database did not answer in time.");
}
