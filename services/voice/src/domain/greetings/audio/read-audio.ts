import type { AudioFile } from "./audio-file.ts";
import { readMp3Seconds } from "./read-mp3.ts";
import { isWav, readWav } from "./read-wav.ts";

/** Reads the bytes: names and types that browsers send are guesses. */
export function readAudio(bytes: Uint8Array): AudioFile {
	if (isWav(bytes)) return nameSilence(readWav(bytes));
	const seconds = readMp3Seconds(bytes);
	if (seconds === null) return { ok: false, reason: "This is neither an MP3 nor a WAV file." };
	return nameSilence({ ok: true, type: "mp3", seconds });
}

function nameSilence(file: AudioFile): AudioFile {
	return file.ok && file.seconds === 0 ? { ok: false, reason: "This file holds no sound." } : file;
}
