import * as z from "zod";

/** `recorded`: only the carrier has it. `stored`: in R2. `failed`: every fetch failed, see `failure`. */
export const voicemailStatuses = ["recorded", "stored", "failed"] as const;
export type VoicemailStatus = (typeof voicemailStatuses)[number];

export const transcriptStatuses = ["pending", "completed", "failed"] as const;
export type TranscriptStatus = (typeof transcriptStatuses)[number];

export const transcriptSources = ["twilio", "whisper"] as const;
export type TranscriptSource = (typeof transcriptSources)[number];

/** Queue `voicemail-ingest`. `store` fetches the audio into R2, `transcribe` has Whisper transcribe it. */
export const VoicemailJob = z.object({
	task: z.enum(["store", "transcribe"]),
	voicemailId: z.string().startsWith("vm_"),
});
export type VoicemailJob = z.infer<typeof VoicemailJob>;

/** The first listener, when known, and the time in milliseconds since 1970. */
export interface ListenedVoicemail {
	id: string;
	listenedAt: number;
	listenedBy: { id: string | null; name: string } | null;
}
