import { encodeMp3 } from "../audio/encode-mp3.ts";
import { encodeTone } from "../audio/encode-tone.ts";
import { makeTone } from "../audio/tone.ts";
import { type Pcm, readWav, writeWav } from "../audio/wav.ts";
import type { StorageContext } from "../storage/storage-context.ts";
import type { Recording } from "./recording.ts";
import { findAudio, keepAudio } from "./recording-audio.ts";

export async function readMp3(ctx: StorageContext, recording: Recording): Promise<Uint8Array> {
	const kept = findAudio(ctx, recording.sid, "mp3");
	if (kept) return kept;
	const { durationSeconds, channels, sid } = recording;
	const sound = soundOf(ctx, recording);
	const mp3 = sound ? await encodeMp3(sound) : await encodeTone(durationSeconds, channels, sid);
	keepAudio(ctx, recording.sid, "mp3", mp3);
	return mp3;
}

/** Null for an uploaded MP3, which is not decoded. */
export function readWavFile(ctx: StorageContext, recording: Recording): Uint8Array | null {
	const kept = findAudio(ctx, recording.sid, "wav");
	if (kept) return kept;
	if (recording.isUploadedMp3) return null;
	return writeWav(makeTone(recording.durationSeconds, recording.channels, recording.sid));
}

function soundOf(ctx: StorageContext, recording: Recording): Pcm | null {
	const wav = findAudio(ctx, recording.sid, "wav");
	return wav && readWav(wav);
}
