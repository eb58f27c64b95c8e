import type { VoicemailIngest } from "@cloudpbx/contracts/voicemails";
import type { Db } from "@cloudpbx/db/open-db";
import { requestIngest, saveVoicemail } from "./save-voicemail.ts";

/** The carrier's transcript, or its word that there will be none (`text` null). One round trip. */
export async function receiveTranscript(
	db: Db,
	queue: Queue<VoicemailIngest>,
	ext: string,
	transcription: { callId: string; recordingSid: string; text: string | null },
	now: Date,
): Promise<void> {
	const { callId, recordingSid, text } = transcription;
	const transcript = { status: text === null ? ("failed" as const) : ("completed" as const), text };
	const news = { callId, recordingSid, extension: ext, durationSeconds: null, transcript };
	const [saved] = await saveVoicemail(db, news, now);
	await requestIngest(queue, saved, now);
}
