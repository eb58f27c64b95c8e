import { apiKeys, sessions } from "@cloudpbx/db/schema/admin";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { HolderRow } from "./holder.ts";

/** Last use of a key is stored once a minute. */
const keyMilliseconds = 60_000;
/** Last use of a session is stored once in 15 minutes. */
const sessionMilliseconds = 15 * 60_000;

export function isUseNews({ kind, sessionId, usedAt }: HolderRow, now: Date): boolean {
	if (kind === "user" && sessionId === null) return false;
	const stale = now.getTime() - (kind === "key" ? keyMilliseconds : sessionMilliseconds);
	return usedAt === null || usedAt.getTime() < stale;
}

/** Runs after the response. */
export async function noteUse({ db, now }: Context, { id, sessionId }: HolderRow): Promise<void> {
	const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
	if (sessionId !== null) {
		await db
			.update(sessions)
			.set({ updatedAt: now })
			.where(and(eq(sessions.id, sessionId), lt(sessions.updatedAt, before(sessionMilliseconds))));
		return;
	}
	const isStale = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before(keyMilliseconds)));
	await db
		.update(apiKeys)
		.set({ lastUsedAt: now })
		.where(and(eq(apiKeys.id, id), isStale));
}
