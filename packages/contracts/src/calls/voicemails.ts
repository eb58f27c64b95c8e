import * as z from "zod";

/**
 * `recorded`: the carrier has it, we do not yet. `stored`: its audio is in R2. `failed`: every try to fetch it
 * failed and it stays with the carrier; `failure` says why.
 */
export const voicemailStatuses = ["recorded", "stored", "failed"] as const;
export type VoicemailStatus = (typeof voicemailStatuses)[number];

export const transcriptStatuses = ["pending", "completed", "failed"] as const;
export type TranscriptStatus = (typeof transcriptStatuses)[number];

export const transcriptSources = ["twilio", "whisper"] as const;
export type TranscriptSource = (typeof transcriptSources)[number];

/**
 * A message of the `voicemail-ingest` queue. `store`: fetch the audio from the carrier into R2. `transcribe`: write down
 * what is said, from the stored audio, when the carrier did not. Both may be delivered any number of times.
 */
export const VoicemailJob = z.object({
	task: z.enum(["store", "transcribe"]),
	voicemailId: z.string().startsWith("vm_"),
});
export type VoicemailJob = z.infer<typeof VoicemailJob>;

/** That somebody listened: who did first, when known, and when in milliseconds since 1970. */
export interface ListenedVoicemail {
	id: string;
	listenedAt: number;
	listenedBy: { id: string | null; name: string } | null;
}
