import { callLegs, calls } from "@cloudpbx/db/schema/voice";
import type { CallStep } from "@cloudpbx/domain/call-step";
import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type OwnLeg, ringCallee, tellCallIsOver } from "../domain/calls-out/after-call-out.ts";
import { isCallOut } from "./close-call-out.ts";
import { hasLeg, storeEventsIf } from "./store-events-if.ts";

export interface Confirmed {
	steps: CallStep[];
	row: typeof calls.$inferSelect | null;
	/** The carrier's ids of the telephones to stop. */
	others: string[];
}

/** The key was pressed: the first telephone takes the call; a repeated report changes nothing. One round trip. */
export async function confirmCallOut(
	{ db, now }: Context,
	leg: OwnLeg,
	carrierId: string,
): Promise<Confirmed> {
	const { callId, position } = leg;
	const isMine = hasLeg(callId, carrierId);
	const [[row], , others] = await db.batch([
		db
			.update(calls)
			.set({ takenBy: sql`${calls.extension}`, carrierId, status: "in_progress" })
			.where(
				and(
					isCallOut(callId),
					isNull(calls.endedAt),
					or(isNull(calls.takenBy), eq(calls.carrierId, carrierId)),
				),
			)
			.returning(),
		storeEventsIf(
			db,
			{ callId, at: now() },
			[{ step: "confirmed", kind: "call_confirmed", detail: {} }],
			isMine,
		),
		db
			.select({ carrierId: callLegs.carrierId })
			.from(callLegs)
			.where(
				and(
					eq(callLegs.callId, callId),
					ne(callLegs.position, position),
					isNotNull(callLegs.carrierId),
					isNull(callLegs.status),
				),
			),
	]);
	if (!row) return { steps: tellCallIsOver(), row: null, others: [] };
	return {
		steps: ringCallee(leg, { to: row.toNumber, callerId: row.fromNumber ?? "" }),
		row,
		others: others.flatMap(({ carrierId: other }) => other ?? []),
	};
}
