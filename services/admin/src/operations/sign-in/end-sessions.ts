import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { sessions } from "@cloudpbx/db/schema/admin";
import { and, eq } from "drizzle-orm";
import type { ActorContext, CallerContext } from "../../context.ts";
import { recordChange, recordDone, recordIfChanged } from "../audit/record-change.ts";

export async function endSessions(ctx: ActorContext, userId: string): Promise<void> {
	await ctx.db.batch([
		ctx.db.delete(sessions).where(eq(sessions.userId, userId)),
		recordChange(ctx, { action: "sessions.end", target: { kind: "user", id: userId } }),
	]);
}

export async function endSession(ctx: ActorContext, userId: string, id: string): Promise<Result<null>> {
	const { db } = ctx;
	const [ended] = await db.batch([
		db.delete(sessions).where(and(eq(sessions.id, id), eq(sessions.userId, userId))),
		recordIfChanged(ctx, { action: "session.end", target: { kind: "session", id } }),
	]);
	return ended.meta.changes === 0 ? refuse("not_found", "There is no such session of yours.") : accept(null);
}

/** The session itself is ended by better-auth. */
export async function recordSignOut(ctx: CallerContext): Promise<void> {
	const target = { kind: "session", id: ctx.principal.sessionId };
	await recordDone(ctx, { action: "session.close", target });
}
