import { transcribeAudio } from "@cloudpbx/assistant/transcribe-audio";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { log } from "@cloudpbx/kit/log";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Context } from "../context.ts";
import { voicemailEvent } from "../domain/call/live-events.ts";
import { findVoicemail } from "./find-voicemail.ts";
import type { JobResult } from "./ingest-voicemail.ts";
import { voicemailFacts } from "./save-voicemail.ts";

/** Whisper transcribes a stored voicemail. A transcript that came meanwhile stays. */
export async function transcribeVoicemail(ctx: Context, voicemailId: string): Promise<JobResult> {
	const voicemail = await findVoicemail(ctx, voicemailId);
	if (!voicemail) return { kind: "unknown" };
	if (voicemail.transcriptStatus === "completed" || voicemail.deletedAt) return { kind: "already_done" };
	if (voicemail.audioKey === null) return { kind: "retry", reason: "the audio is not stored yet" };
	const object = await ctx.audio.get(voicemail.audioKey);
	if (!object) return { kind: "retry", reason: "the audio is not in R2" };

	const transcription = await transcribeAudio({
		ai: ctx.ai,
		model: ctx.transcriptionModel,
		audio: new Uint8Array(await object.arrayBuffer()),
		language: voicemail.language,
	});
	const { model, milliseconds } = transcription;
	log.info("voicemail_transcribed", {
		voicemailId,
		model,
		milliseconds: Math.round(milliseconds),
		failure: transcription.ok ? null : transcription.failure,
	});
	if (!transcription.ok) return { kind: "retry", reason: transcription.failure };
	const transcribed = await ctx.db
		.update(voicemails)
		.set({ transcript: transcription.text, transcriptStatus: "completed", transcriptSource: "whisper" })
		.where(and(eq(voicemails.id, voicemailId), isNull(voicemails.transcript), isNull(voicemails.deletedAt)))
		.returning(voicemailFacts);
	return { kind: "done", news: transcribed.map(voicemailEvent) };
}

export async function giveUpTranscript({ db }: Context, voicemailId: string): Promise<LiveEvent[]> {
	const failed = await db
		.update(voicemails)
		.set({ transcriptStatus: "failed" })
		.where(and(eq(voicemails.id, voicemailId), ne(voicemails.transcriptStatus, "completed")))
		.returning(voicemailFacts);
	return failed.map(voicemailEvent);
}
