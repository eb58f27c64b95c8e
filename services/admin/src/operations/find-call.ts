import type { Call } from "@cloudpbx/contracts/api/calls";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import { asc, eq } from "drizzle-orm";
import { showCall, showCallEvent } from "./show-call.ts";

/** A menu plays three times and a receptionist answers six: no call comes near this many. */
const eventsMax = 500;

/** A call with its timeline. One round trip. */
export async function findCall(db: Db, id: string): Promise<Result<Call>> {
	const [[call], events] = await db.batch([
		db.select().from(calls).where(eq(calls.id, id)),
		db
			.select({ kind: callEvents.kind, at: callEvents.at, detail: callEvents.detail })
			.from(callEvents)
			.where(eq(callEvents.callId, id))
			.orderBy(asc(callEvents.id))
			.limit(eventsMax),
	]);
	if (!call) return refuse("not_found", "There is no such call.");
	return accept({ ...showCall(call), events: events.map(showCallEvent) });
}
