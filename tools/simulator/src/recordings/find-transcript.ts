import { sha256Hex } from "../sha256-hex.ts";
import { findAudio } from "./recording-audio.ts";
import type { RecordingContext } from "./recording-context.ts";

/** The stand-in of Whisper asks about recordings that were just fetched: older ones are not hashed again. */
const recordingsMax = 200;

/** Null when the words are not known, or when no MP3 with this hash was served. */
export async function findTranscript(ctx: RecordingContext, sha256: string): Promise<string | null> {
	for (const { sid, transcript } of ctx.recordings.page([], recordingsMax, 0)) {
		const mp3 = transcript === null ? null : findAudio(ctx, sid, "mp3");
		if (mp3 && (await sha256Hex(mp3)) === sha256) return transcript;
	}
	return null;
}
