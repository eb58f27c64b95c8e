import type { CallStatus } from "@cloudpbx/contracts/calls/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { callLegs, calls } from "@cloudpbx/db/schema/voice";
import type { CallStep } from "@cloudpbx/domain/call-step";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { afterCallOut, type OwnLeg } from "../domain/calls-out/after-call-out.ts";
import type { RingResult } from "../domain/ringing/after-ringing.ts";
import { closeUnlessRinging, isCallOut } from "./close-call-out.ts";
import { hasLeg, storeEventsIf } from "./store-events-if.ts";

type CallRow = typeof calls.$inferSelect;

function isOfLeg(callId: string, carrierId: string) {
	return and(isCallOut(callId), eq(calls.carrierId, carrierId));
}

/** The callee picked up. A late report changes nothing. One round trip. */
export async function noteAnswered(ctx: Context, callId: string, carrierId: string): Promise<CallRow | null> {
	const { db } = ctx;
	const now = ctx.now();
	const isMine = sql`EXISTS (SELECT 1 FROM calls WHERE id = ${callId} AND carrier_id = ${carrierId} AND answered_at IS NOT NULL)`;
	const [[row]] = await db.batch([
		db
			.update(calls)
			.set({ answeredAt: now })
			.where(and(isOfLeg(callId, carrierId), isNull(calls.endedAt), isNull(calls.answeredAt)))
			.returning(),
		storeEventsIf(
			db,
			{ callId, at: now },
			[{ step: "answered", kind: "callee_answered", detail: {} }],
			isMine,
		),
	]);
	return row ?? null;
}

/** The callee's telephone stopped ringing, or the conversation ended. One round trip. */
export async function finishCallOut(
	ctx: Context,
	{ callId }: OwnLeg,
	carrierId: string,
	result: RingResult,
): Promise<{ steps: CallStep[]; row: CallRow | null }> {
	const { db } = ctx;
	const now = ctx.now();
	const { steps, outcome, event } = afterCallOut(result);
	const talkSeconds = result.isBridged ? result.talkSeconds : null;
	const answeredAt = now.getTime() - (talkSeconds ?? 0) * 1000;
	const isMine = hasLeg(callId, carrierId);
	const [[row]] = await db.batch([
		db
			.update(calls)
			.set({
				outcome,
				talkSeconds,
				durationSeconds: talkSeconds ?? 0,
				answeredAt: result.isBridged
					? sql`coalesce(${calls.answeredAt}, max(${calls.startedAt}, ${answeredAt}))`
					: null,
			})
			.where(isOfLeg(callId, carrierId))
			.returning(),
		storeEventsIf(db, { callId, at: now }, [event], isMine),
	]);
	return { steps, row: row ?? null };
}

/** Ends the call of a leg that had it. Keeps what the leg's result reported. */
export function closeTaken(
	db: Db,
	{ callId, carrierId }: { callId: string; carrierId: string },
	status: CallStatus,
	endedAt: Date,
) {
	const at = endedAt.getTime();
	const talked = sql`(max(0, ${at} - ${calls.answeredAt}) / 1000)`;
	return db
		.update(calls)
		.set({
			endedAt,
			status,
			outcome: sql`coalesce(${calls.outcome}, CASE WHEN ${calls.answeredAt} IS NULL THEN 'canceled' ELSE 'answered' END)`,
			talkSeconds: sql`coalesce(${calls.talkSeconds}, CASE WHEN ${calls.outcome} IS NULL THEN ${talked} END)`,
			durationSeconds: sql`coalesce(${calls.talkSeconds}, CASE WHEN ${calls.outcome} IS NULL THEN ${talked} END, 0)`,
		})
		.where(and(isOfLeg(callId, carrierId), isNull(calls.endedAt)));
}

/** One round trip. Null while the call goes on. */
export async function endOwnLeg(
	ctx: Context,
	{ callId, position }: OwnLeg,
	{ carrierId, status }: { carrierId: string; status: CallStatus },
): Promise<CallRow | null> {
	if (status === "ringing" || status === "in_progress") return null;
	const { db } = ctx;
	const now = ctx.now();
	const answers = await db.batch([
		db
			.update(callLegs)
			.set({ status, carrierId: sql`coalesce(${callLegs.carrierId}, ${carrierId})` })
			.where(and(eq(callLegs.callId, callId), eq(callLegs.position, position), isNull(callLegs.status))),
		closeTaken(db, { callId, carrierId }, status, now),
		...closeUnlessRinging(db, callId, now),
		db.select().from(calls).where(isCallOut(callId)),
	]);
	const [row] = answers.at(-1) as CallRow[];
	return row && row.endedAt !== null ? row : null;
}
