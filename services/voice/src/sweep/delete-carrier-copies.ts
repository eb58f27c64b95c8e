import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { log } from "@cloudpbx/kit/log";
import { deleteRecording } from "@cloudpbx/twilio/rest/recordings";
import { and, eq, isNotNull, isNull, ne, or } from "drizzle-orm";
import type { Context } from "../context.ts";

const copiesMax = 50;

/** Deletes those of deleted voicemails; with `isCarrierCopyDeleted` also those that are stored and transcribed. */
export async function deleteCarrierCopies(
	{ db, carrier, now }: Context,
	options: { isCarrierCopyDeleted: boolean },
): Promise<number> {
	const isSettled = and(eq(voicemails.status, "stored"), ne(voicemails.transcriptStatus, "pending"));
	const unwanted = options.isCarrierCopyDeleted
		? or(isNotNull(voicemails.deletedAt), isSettled)
		: isNotNull(voicemails.deletedAt);
	const rows = await db
		.select({ id: voicemails.id, recordingSid: voicemails.carrierRecordingId })
		.from(voicemails)
		.where(and(isNull(voicemails.carrierDeletedAt), unwanted))
		.limit(copiesMax);
	let deleted = 0;
	for (const { id, recordingSid } of rows) {
		const result = await deleteRecording(carrier, recordingSid);
		if (!result.ok) {
			log.warn("carrier_copy_not_deleted", { voicemailId: id, problem: result.problem.kind });
			// A refusal is about one recording; any other problem is the same for all.
			if (result.problem.kind === "refused") continue;
			break;
		}
		await db.update(voicemails).set({ carrierDeletedAt: now() }).where(eq(voicemails.id, id));
		deleted++;
	}
	return deleted;
}
