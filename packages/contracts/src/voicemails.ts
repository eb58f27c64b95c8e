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

/** The message of the `voicemail-ingest` queue: fetch this voicemail's audio from the carrier and store it. */
export const VoicemailIngest = z.object({ voicemailId: z.string().startsWith("vm_") });
export type VoicemailIngest = z.infer<typeof VoicemailIngest>;
