import { sha256Hex } from "../sha256-hex.ts";
import { findAudio } from "./recording-audio.ts";
import type { RecordingContext } from "./recording-context.ts";

/** The stand-in of Whisper hears recordings that were just fetched: older ones need not be hashed again and again. */
const recordingsMax = 200;

/**
 * What was said in the recording whose MP3, as it was served, has this SHA-256 (hexadecimal); null when nobody said which
 * words, or when the network never served such a file.
 */
export async function findTranscript(ctx: RecordingContext, sha256: string): Promise<string | null> {
	for (const { sid, transcript } of ctx.recordings.page([], recordingsMax, 0)) {
		const mp3 = transcript === null ? null : findAudio(ctx, sid, "mp3");
		if (mp3 && (await sha256Hex(mp3)) === sha256) return transcript;
	}
	return null;
}
