import {
	apiKeys,
	auditEvents,
	invitations,
	passwordResets,
	sessions,
	signInAttempts,
} from "@cloudpbx/db/schema/admin";
import { inArray, lt, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Context } from "../../context.ts";
import { loadSettings } from "../office/load-settings.ts";

const dayMilliseconds = 24 * 3_600_000;

/** D1 serves nobody else during a statement. */
const rowsOfStatement = 5000;
/** Maximum rows per table and run; the rest follows the next day. */
const rowsOfRun = 100_000;

/** Deletes expired rows. Expired keys stay a month, so that an owner sees why a program stopped. */
export async function sweep(ctx: Context): Promise<Record<string, number>> {
	const { now } = ctx;
	const { auditRetentionDays } = await loadSettings(ctx);
	const daysAgo = (days: number) => new Date(now.getTime() - days * dayMilliseconds);
	const monthAgo = daysAgo(30);
	return {
		sessions: await removeAll(ctx, sessions.id, lt(sessions.expiresAt, now)),
		attempts: await removeAll(ctx, signInAttempts.key, lt(signInAttempts.expiresAt, now)),
		invitations: await removeAll(ctx, invitations.id, lt(invitations.expiresAt, monthAgo)),
		resets: await removeAll(ctx, passwordResets.id, lt(passwordResets.expiresAt, monthAgo)),
		keys:
			(await removeAll(ctx, apiKeys.id, lt(apiKeys.revokedAt, monthAgo))) +
			(await removeAll(ctx, apiKeys.id, lt(apiKeys.expiresAt, monthAgo))),
		auditEvents: await removeAll(ctx, auditEvents.id, lt(auditEvents.at, daysAgo(auditRetentionDays))),
	};
}

async function removeAll({ db }: Context, id: SQLiteColumn, condition: SQL): Promise<number> {
	const { table } = id;
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
