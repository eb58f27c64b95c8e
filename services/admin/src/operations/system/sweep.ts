import type { Db } from "@cloudpbx/db/open-db";
import {
	apiKeys,
	auditEvents,
	invitations,
	passwordResets,
	sessions,
	signInAttempts,
} from "@cloudpbx/db/schema/admin";
import { inArray, lt, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { type InstalledSettings, loadSettings } from "../office/load-settings.ts";

const dayMilliseconds = 24 * 3_600_000;

/** One statement removes no more than this: D1 serves nobody else meanwhile. */
const rowsOfStatement = 5000;
/** What one run removes of one table at most, with time to spare in a run's limits. What is left goes the next day. */
const rowsOfRun = 100_000;

/** Removes what has had its time. Keys that expired stay a month, so that an owner sees why a program stopped. */
export async function sweep(
	db: Db,
	installed: InstalledSettings,
	now: Date,
): Promise<Record<string, number>> {
	const { auditRetentionDays } = await loadSettings(db, installed);
	const daysAgo = (days: number) => new Date(now.getTime() - days * dayMilliseconds);
	const monthAgo = daysAgo(30);
	return {
		sessions: await removeAll(db, sessions, sessions.id, lt(sessions.expiresAt, now)),
		attempts: await removeAll(db, signInAttempts, signInAttempts.key, lt(signInAttempts.expiresAt, now)),
		invitations: await removeAll(db, invitations, invitations.id, lt(invitations.expiresAt, monthAgo)),
		resets: await removeAll(db, passwordResets, passwordResets.id, lt(passwordResets.expiresAt, monthAgo)),
		keys:
			(await removeAll(db, apiKeys, apiKeys.id, lt(apiKeys.revokedAt, monthAgo))) +
			(await removeAll(db, apiKeys, apiKeys.id, lt(apiKeys.expiresAt, monthAgo))),
		auditEvents: await removeAll(
			db,
			auditEvents,
			auditEvents.id,
			lt(auditEvents.at, daysAgo(auditRetentionDays)),
		),
	};
}

async function removeAll(db: Db, table: SQLiteTable, id: SQLiteColumn, condition: SQL): Promise<number> {
	const doomed = db.select({ id }).from(table).where(condition).limit(rowsOfStatement);
	let removed = 0;
	let isMore = true;
	while (isMore && removed < rowsOfRun) {
		const { meta } = await db.delete(table).where(inArray(id, doomed));
		removed += meta.changes;
		isMore = meta.changes === rowsOfStatement;
	}
	return removed;
}
