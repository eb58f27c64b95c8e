import type { Db } from "@cloudpbx/db/open-db";
import { apiKeys, auditEvents, invitations, sessions, signInAttempts } from "@cloudpbx/db/schema/admin";
import { and, inArray, lt, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { type InstalledSettings, loadSettings } from "./load-settings.ts";

const dayMilliseconds = 24 * 3_600_000;

/** What one day removes of one table at most: a long pause is made up for over some days, not in one huge statement. */
const rowsMax = 5000;

/** Removes what has had its time. Keys that expired stay a month, so that an owner sees why a program stopped. */
export async function sweep(
	db: Db,
	installed: InstalledSettings,
	now: Date,
): Promise<Record<string, number>> {
	const { auditRetentionDays } = await loadSettings(db, installed);
	const daysAgo = (days: number) => new Date(now.getTime() - days * dayMilliseconds);
	const [ended, counted, invited, revoked, expired, audited] = await db.batch([
		remove(db, sessions, sessions.id, lt(sessions.expiresAt, now)),
		remove(db, signInAttempts, signInAttempts.key, lt(signInAttempts.expiresAt, now)),
		remove(db, invitations, invitations.id, lt(invitations.expiresAt, daysAgo(30))),
		remove(db, apiKeys, apiKeys.id, lt(apiKeys.revokedAt, daysAgo(30))),
		remove(db, apiKeys, apiKeys.id, lt(apiKeys.expiresAt, daysAgo(30))),
		remove(db, auditEvents, auditEvents.id, lt(auditEvents.at, daysAgo(auditRetentionDays))),
	]);
	return {
		sessions: ended.meta.changes,
		attempts: counted.meta.changes,
		invitations: invited.meta.changes,
		keys: revoked.meta.changes + expired.meta.changes,
		auditEvents: audited.meta.changes,
	};
}

function remove(db: Db, table: SQLiteTable, id: SQLiteColumn, condition: SQL) {
	const doomed = db.select({ id }).from(table).where(and(condition)).limit(rowsMax);
	return db.delete(table).where(inArray(id, doomed));
}
