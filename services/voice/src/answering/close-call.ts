import type { CallOutcome, CallStatus } from "@cloudpbx/contracts/calls/calls";
import { calls } from "@cloudpbx/db/schema/voice";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { newCall, storeEvents } from "../history/store-plan.ts";
import { findFirstAnswer } from "./find-first-answer.ts";

const finalStatuses: readonly CallStatus[] = ["completed", "busy", "no_answer", "canceled", "failed"];

/** Two round trips: read, write. The first final status stays. Also stores what the first answer left in the history. */
export async function closeCall(
	ctx: Context,
	call: CallWebhook,
	durationSeconds: number,
	endedAt: Date,
): Promise<void> {
	if (!finalStatuses.includes(call.status)) return;
	const first = await findFirstAnswer(ctx, call);
	// A call without a claimed outcome was given up by the caller, unless the line itself failed.
	const outcome: CallOutcome = call.status === "failed" ? "failed" : "abandoned";
	const answeredAt = durationSeconds > 0 ? new Date(endedAt.getTime() - durationSeconds * 1000) : null;
	const { extension = null, receptionistResult = null, ...claimed } = first?.claims ?? {};
	const ending = {
		status: call.status,
		endedAt,
		answeredAt,
		durationSeconds,
		extension,
		receptionistResult,
	};
	const { db } = ctx;
	const keep = (column: string) => sql.raw(`coalesce(calls.${column}, excluded.${column})`);
	await db.batch([
		db
			.insert(calls)
			.values({ ...newCall(call, answeredAt ?? endedAt), ...ending, outcome: claimed.outcome ?? outcome })
			.onConflictDoUpdate({
				target: calls.id,
				set: {
					status: sql`CASE WHEN ${calls.endedAt} IS NULL THEN excluded.status ELSE ${calls.status} END`,
					endedAt: keep("ended_at"),
					// Counted back from our own clock in whole seconds, it may lead to before the call.
					answeredAt: sql`coalesce(${calls.answeredAt}, max(excluded.answered_at, ${calls.startedAt}))`,
					durationSeconds: keep("duration_seconds"),
					outcome: claimed.outcome ? sql`excluded.outcome` : keep("outcome"),
					// Later moments of the call are stored already. An index is written only when its column is named.
					...(extension !== null && { extension: keep("extension") }),
					...(receptionistResult !== null && { receptionistResult: keep("receptionist_result") }),
				},
			}),
		...storeEvents(db, call.callId, first?.events ?? [], first?.at ?? endedAt),
		...storeEvents(
			db,
			call.callId,
			[{ step: "ended", kind: "ended", detail: { status: call.status, durationSeconds } }],
			endedAt,
		),
	]);
}
