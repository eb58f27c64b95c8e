import type { Db } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voice";
import { and, isNull, sql } from "drizzle-orm";
import type { VoicemailFacts } from "../domain/call/live-events.ts";
import { voicemailFacts } from "./save-voicemail.ts";

/**
 * Deletes contents and audio at once. The carrier's copy follows by the sweep, and the emptied row stays, so that the
 * same recording is never taken for a new one. Answers those that existed.
 */
export async function deleteVoicemails(
	db: Db,
	bucket: R2Bucket,
	ids: readonly string[],
	now: Date,
): Promise<VoicemailFacts[]> {
	const named = sql`${voicemails.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
	const rows = await db
		.select({ ...voicemailFacts, audioKey: voicemails.audioKey })
		.from(voicemails)
		.where(named);
	// Audio first: a row without audio is asked for again, audio without a row would be forgotten.
	await bucket.delete(rows.flatMap(({ audioKey }) => audioKey ?? []));
	await db
		.update(voicemails)
		.set({ deletedAt: now, transcript: null, fromNumber: null, audioKey: null, audioBytes: null })
		.where(and(named, isNull(voicemails.deletedAt)));
	return rows.map((row) => ({ ...row, fromNumber: null }));
}
