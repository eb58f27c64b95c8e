import type { CallStatus } from "@cloudpbx/contracts/calls/calls";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { callLegs, calls } from "@cloudpbx/db/schema/voice";
import { fetchCall } from "@cloudpbx/twilio/rest/fetch-call";
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { closeCall } from "../answering/close-call.ts";
import { closeUnlessRinging, storeEnd } from "../calls-out/close-call-out.ts";
import { closeTaken } from "../calls-out/follow-call-out.ts";
import type { Context } from "../context.ts";
import { callEvent } from "../domain/call/live-events.ts";

/** Maximum calls per sweep, those first that were not asked about for the longest. */
const callsMax = 20;

export async function closeStaleCalls(ctx: Context, startedBefore: Date): Promise<LiveEvent[]> {
	const { db } = ctx;
	const now = ctx.now();
	const open = await db
		.select()
		.from(calls)
		.where(and(isNull(calls.endedAt), lt(calls.startedAt, startedBefore)))
		.orderBy(sql`coalesce(${calls.askedAt}, ${calls.startedAt})`)
		.limit(callsMax);
	const closed: LiveEvent[] = [];
	for (const row of open) {
		const status = await closeIfEnded(ctx, row, now);
		if (status !== null) closed.push(callEvent({ ...row, status }));
		else await db.update(calls).set({ askedAt: now }).where(eq(calls.id, row.id));
	}
	return closed;
}

/** Null while the call goes on, or while that is not known. */
async function closeIfEnded(
	ctx: Context,
	row: typeof calls.$inferSelect,
	now: Date,
): Promise<CallStatus | null> {
	if (row.direction === "outbound" && row.takenBy === null) return closeUntaken(ctx, row.id, now);
	const found = await fetchCall(ctx.carrier, row.carrierId);
	// A call that the carrier has forgotten cannot be going on.
	if (!found.ok && found.problem.kind !== "not_found") return null;
	const { status, durationSeconds, endedAt } = found.ok
		? found.value
		: { status: "failed" as const, durationSeconds: 0, endedAt: null };
	if (status === "ringing" || status === "in_progress") return null;
	const { id: callId, carrierId, fromNumber: from, toNumber: to } = row;
	if (row.direction === "outbound") {
		const at = endedAt ?? now;
		const { db } = ctx;
		await db.batch([closeTaken(db, { callId, carrierId }, status, at), ...storeEnd(db, callId, at)]);
		return status;
	}
	const call = { callId, carrierId, from, to, status, forwardedFrom: null };
	await closeCall(ctx, call, durationSeconds, endedAt ?? now);
	return status;
}

async function closeUntaken({ db }: Context, callId: string, now: Date): Promise<CallStatus> {
	const forget = db.update(callLegs).set({ status: "no_answer" });
	await db.batch([
		forget.where(and(eq(callLegs.callId, callId), isNull(callLegs.status))),
		...closeUnlessRinging(db, callId, now),
	]);
	return "no_answer";
}
