import type { CallOutcome, CallStatus } from "@cloudpbx/contracts/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { calls } from "@cloudpbx/db/schema/voice";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { sql } from "drizzle-orm";
import { newCall, storeEvents } from "./store-call.ts";

const finalStatuses: readonly CallStatus[] = ["completed", "busy", "no_answer", "canceled", "failed"];

/** The carrier's last word on a call. One round trip; the first final word stays, an earlier one changes nothing. */
export async function closeCall(
	db: Db,
	call: CallWebhook,
	durationSeconds: number,
	now: Date,
): Promise<void> {
	if (!finalStatuses.includes(call.status)) return;
	// A call nobody else claimed an outcome for was given up by the caller, unless the line itself failed.
	const outcome: CallOutcome = call.status === "failed" ? "failed" : "abandoned";
	const answeredAt = durationSeconds > 0 ? new Date(now.getTime() - durationSeconds * 1000) : null;
	const ending = { status: call.status, endedAt: now, answeredAt, durationSeconds, outcome };
	const keep = (column: string) => sql.raw(`coalesce(calls.${column}, excluded.${column})`);
	await db.batch([
		db
			.insert(calls)
			.values({ ...newCall(call, answeredAt ?? now), ...ending })
			.onConflictDoUpdate({
				target: calls.id,
				set: {
					status: sql`CASE WHEN ${calls.endedAt} IS NULL THEN excluded.status ELSE ${calls.status} END`,
					endedAt: keep("ended_at"),
					// Counted back from our own clock in whole seconds, it may lead to before the call.
					answeredAt: sql`coalesce(${calls.answeredAt}, max(excluded.answered_at, ${calls.startedAt}))`,
					durationSeconds: keep("duration_seconds"),
					outcome: keep("outcome"),
				},
			}),
		...storeEvents(
			db,
			call.callId,
			[{ step: "ended", kind: "ended", detail: { status: call.status, durationSeconds } }],
			now,
		),
	]);
}
