import type { CallOutProgress } from "@cloudpbx/contracts/api/calls-out";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { callLegs, calls } from "@cloudpbx/db/schema/voice";
import { showCallOut } from "@cloudpbx/db/show-call-out";
import { endCall } from "@cloudpbx/twilio/rest/place-call";
import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { isCallOut, isUntaken, storeEnd } from "./close-call-out.ts";

/** Ends a call out at once while its own telephones ring. Otherwise the carrier ends the line and reports the rest. */
export async function hangUpCallOut(
	ctx: Context,
	callId: string,
): Promise<Result<{ progress: CallOutProgress; row: typeof calls.$inferSelect }>> {
	const { db, carrier } = ctx;
	const now = ctx.now();
	const [legs, , , , , [row]] = await db.batch([
		db.select().from(callLegs).where(eq(callLegs.callId, callId)),
		db
			.update(calls)
			.set({ endedAt: now, status: "canceled", outcome: "canceled", durationSeconds: 0 })
			.where(isUntaken(callId)),
		...storeEnd(db, callId, now),
		db.select().from(calls).where(isCallOut(callId)),
	]);
	if (!row) return refuse("not_found", "There is no such call.");
	const open = row.endedAt === null ? [row.carrierId] : legs.flatMap((leg) => leg.carrierId ?? []);
	const ended = await Promise.all(open.map((carrierId) => endCall(carrier, carrierId)));
	const isUnreached = ended.some((one) => !one.ok && one.problem.kind === "unknown_outcome");
	if (isUnreached && row.endedAt === null) {
		return refuse("upstream_unavailable", "The carrier did not answer. Hang up on the telephone instead.");
	}
	return accept({ progress: showCallOut(row, legs), row });
}
