import type { Credential } from "@cloudpbx/contracts/news/live";
import { findGrants } from "@cloudpbx/db/find-grants";
import type { Db } from "@cloudpbx/db/open-db";
import { describeError, log } from "@cloudpbx/kit/log";

/** With the duration of the check, events to a person without rights end within a minute. */
export const checkMilliseconds = 45_000;
/** Wait after a check that the database did not answer. No socket is closed for it. */
export const recheckMilliseconds = 10_000;
const patienceMilliseconds = 8_000;

/** The current grants, in the order of the credentials; null: the database does not answer. One statement. */
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
		// A running timer would keep the object in memory.
		patience.abort();
	}
}

async function giveUp(signal: AbortSignal): Promise<never> {
	await scheduler.wait(patienceMilliseconds, { signal });
	throw new Error("The database did not answer in time.");
}
