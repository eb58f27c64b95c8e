import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { Context } from "../context.ts";
import { voicemailEvent } from "../domain/call/live-events.ts";
import { requestIngest, saveVoicemail } from "./save-voicemail.ts";
import { sendJobs } from "./send-jobs.ts";

/** `text` null: the carrier will not transcribe it, so Whisper does. One round trip. */
export async function receiveTranscript(
	ctx: Context,
	ext: string | null,
	transcription: { callId: string; recordingSid: string; text: string | null },
): Promise<LiveEvent[]> {
	const now = ctx.now();
	const { callId, recordingSid, text } = transcription;
	const news = { callId, recordingSid, extension: ext, durationSeconds: null, transcript: text };
	const [saved] = await saveVoicemail(ctx.db, news, now);
	await requestIngest(ctx, saved, now);
	if (text === null && saved) await sendJobs(ctx, [{ task: "transcribe", voicemailId: saved.id }]);
	return saved ? [voicemailEvent(saved)] : [];
}
