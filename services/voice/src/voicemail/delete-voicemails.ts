import { isOneOf } from "@cloudpbx/db/is-one-of";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { and, isNull } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { VoicemailFacts } from "../domain/call/live-events.ts";
import { voicemailFacts } from "./save-voicemail.ts";

/** The sweep deletes the copy at the carrier. The emptied row stays, so that the recording is never new again. */
export async function deleteVoicemails(
	{ db, audio, now }: Context,
	ids: readonly string[],
): Promise<VoicemailFacts[]> {
	const named = isOneOf(voicemails.id, ids);
	const rows = await db
		.select({ ...voicemailFacts, audioKey: voicemails.audioKey })
		.from(voicemails)
		.where(named);
	// Audio first: a row without audio is asked for again, audio without a row would be forgotten.
	await audio.delete(rows.flatMap(({ audioKey }) => audioKey ?? []));
	await db
		.update(voicemails)
		.set({ deletedAt: now(), transcript: null, fromNumber: null, audioKey: null, audioBytes: null })
		.where(and(named, isNull(voicemails.deletedAt)));
	return rows.map((row) => ({ ...row, fromNumber: null }));
}
