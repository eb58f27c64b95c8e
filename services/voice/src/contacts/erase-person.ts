import type { ErasurePortion } from "@cloudpbx/contracts/contacts/erasure";
import { isOneOf } from "@cloudpbx/db/is-one-of";
import { selectRows } from "@cloudpbx/db/json-rows";
import { erasedItems } from "@cloudpbx/db/schema/erasure";
import { callEvents, calls, receptionistTurns } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { callPathOf } from "@cloudpbx/twilio/record-paths";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { VoicemailFacts } from "../domain/call/live-events.ts";
import { deleteVoicemails } from "../voicemail/delete-voicemails.ts";

/** Maximum calls, and voicemails, of one portion. */
const itemsMax = 100;

/**
 * Erases a number's calls, their histories and voicemails; the counts of the analytics stay, the sweep deletes the
 * carrier's copies.
 * A call in progress is left until it has ended. `voicemails` are those that were deleted.
 */
export async function erasePerson(
	ctx: Context,
	number: string,
): Promise<ErasurePortion & { voicemails: VoicemailFacts[] }> {
	const { db } = ctx;
	const isTheirs = or(eq(calls.fromNumber, number), eq(calls.toNumber, number));
	const ended = await db
		.select({ id: calls.id, carrierId: calls.carrierId })
		.from(calls)
		.where(and(isTheirs, sql`${calls.endedAt} IS NOT NULL`))
		.limit(itemsMax);
	const ids = ended.map(({ id }) => id);
	const recorded = await db
		.select({ id: voicemails.id })
		.from(voicemails)
		.where(
			and(
				or(eq(voicemails.fromNumber, number), isOneOf(voicemails.callId, ids)),
				isNull(voicemails.deletedAt),
			),
		)
		.limit(itemsMax);
	const recordedIds = recorded.map(({ id }) => id);
	const deleted = recordedIds.length > 0 ? await deleteVoicemails(ctx, recordedIds) : [];
	if (recorded.length === itemsMax) return { isDone: false, waitsFor: null, voicemails: deleted };
	const at = ctx.now();
	const items = ended.map(({ id, carrierId }) => ({ id, at, carrierPath: callPathOf(carrierId) }));
	await db.batch([
		// First, so that no late callback makes a new row of them.
		db.insert(erasedItems).select(selectRows(erasedItems, items)).onConflictDoNothing(),
		db.delete(callEvents).where(isOneOf(callEvents.callId, ids)),
		db.delete(receptionistTurns).where(isOneOf(receptionistTurns.callId, ids)),
		db.delete(calls).where(isOneOf(calls.id, ids)),
	]);
	if (ended.length === itemsMax) return { isDone: false, waitsFor: null, voicemails: deleted };
	const [open] = await db.select({ id: calls.id }).from(calls).where(isTheirs).limit(1);
	return { isDone: open === undefined, waitsFor: open ? "call" : null, voicemails: deleted };
}
