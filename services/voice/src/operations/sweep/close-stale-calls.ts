import type { Db } from "@cloudpbx/db/open-db";
import { calls } from "@cloudpbx/db/schema/voice";
import { fetchCall } from "@cloudpbx/twilio/rest/fetch-call";
import type { Carrier } from "@cloudpbx/twilio/rest/open-carrier";
import { and, asc, isNull, lt } from "drizzle-orm";
import { closeCall } from "../close-call.ts";

/** One sweep asks about so many; the rest have their turn minutes later. */
const callsMax = 20;

/** Calls whose last callback never came: the carrier is asked how they ended. Answers how many were closed. */
export async function closeStaleCalls(
	db: Db,
	carrier: Carrier,
	startedBefore: Date,
	now: Date,
): Promise<number> {
	const open = await db
		.select()
		.from(calls)
		.where(and(isNull(calls.endedAt), lt(calls.startedAt, startedBefore)))
		.orderBy(asc(calls.startedAt))
		.limit(callsMax);
	let closed = 0;
	for (const row of open) {
		const found = await fetchCall(carrier, row.carrierId);
		// A call that the carrier has forgotten cannot be going on.
		if (!found.ok && found.problem.kind !== "not_found") continue;
		const { status, durationSeconds, endedAt } = found.ok
			? found.value
			: { status: "failed" as const, durationSeconds: 0, endedAt: null };
		if (status === "ringing" || status === "in_progress") continue;
		const call = { callId: row.id, carrierId: row.carrierId, from: row.fromNumber, to: row.toNumber, status };
		await closeCall(db, call, durationSeconds, endedAt ?? now);
		closed++;
	}
	return closed;
}
