import { findAudio } from "./recording-audio.ts";
import type { RecordingContext } from "./recording-context.ts";

/** The stand-in of Whisper hears recordings that were just fetched: older ones need not be hashed again and again. */
const recordingsMax = 200;

/**
 * What was said in the recording whose MP3, as it was served, has this SHA-256 (hexadecimal); null when nobody said which
 * words, or when the network never served such a file.
 */
export async function findTranscript(ctx: RecordingContext, sha256Hex: string): Promise<string | null> {
	for (const { sid, transcript } of ctx.recordings.page([], recordingsMax, 0)) {
		const mp3 = transcript === null ? null : findAudio(ctx, sid, "mp3");
		if (mp3 && (await hash(mp3)) === sha256Hex) return transcript;
	}
	return null;
}

async function hash(bytes: Uint8Array): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
