import type { VoicemailJob } from "@cloudpbx/contracts/calls/voicemails";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { Db } from "@cloudpbx/db/open-db";
import { voicemailEvent } from "../domain/call/live-events.ts";
import { requestIngest, saveVoicemail } from "./save-voicemail.ts";
import { sendJobs } from "./send-jobs.ts";

/** The carrier's transcript, or its word that there will be none (`text` null): then Whisper's turn. One round trip; answers what looks different now. */
export async function receiveTranscript(
	db: Db,
	queue: Queue<VoicemailJob>,
	ext: string | null,
	transcription: { callId: string; recordingSid: string; text: string | null },
	now: Date,
): Promise<LiveEvent[]> {
	const { callId, recordingSid, text } = transcription;
	const news = { callId, recordingSid, extension: ext, durationSeconds: null, transcript: text };
	const [saved] = await saveVoicemail(db, news, now);
	await requestIngest(queue, saved, now);
	if (text === null && saved) await sendJobs(queue, [{ task: "transcribe", voicemailId: saved.id }]);
	return saved ? [voicemailEvent(saved)] : [];
}
