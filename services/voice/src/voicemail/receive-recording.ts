import type { VoicemailJob } from "@cloudpbx/contracts/calls/voicemails";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { Db } from "@cloudpbx/db/open-db";
import { calls } from "@cloudpbx/db/schema/voice";
import { eq } from "drizzle-orm";
import { callEvent, voicemailEvent } from "../domain/call/live-events.ts";
import { afterVoicemail, isVoicemail } from "../domain/voicemail/after-voicemail.ts";
import { storeEvents, strongerOutcome } from "../history/store-call.ts";
import { requestIngest, saveVoicemail } from "./save-voicemail.ts";

/** The carrier finished a recording. One round trip; an empty recording leaves nothing. Answers what looks different now. */
export async function receiveRecording(
	db: Db,
	queue: Queue<VoicemailJob>,
	ext: string | null,
	recording: { callId: string; recordingSid: string; isUsable: boolean; durationSeconds: number },
	now: Date,
): Promise<LiveEvent[]> {
	if (!recording.isUsable || !isVoicemail(recording.durationSeconds)) return [];
	const plan = afterVoicemail(ext, recording.durationSeconds);
	const [saved, marked] = await db.batch([
		saveVoicemail(db, { ...recording, extension: ext, transcript: null }, now),
		db
			.update(calls)
			.set({ outcome: strongerOutcome(plan.outcome) })
			.where(eq(calls.id, recording.callId))
			.returning(),
		...storeEvents(db, recording.callId, plan.events, now),
	]);
	await requestIngest(queue, saved[0], now);
	return [...saved.map(voicemailEvent), ...marked.map(callEvent)];
}
