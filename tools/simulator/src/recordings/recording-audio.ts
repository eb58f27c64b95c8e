import type { StorageContext } from "../storage/storage-context.ts";

/** SQLite rows hold 2 MB at most. */
const partBytes = 1_000_000;

/** Keeps the audio of a recording, as it came. Returns its format. */
export function keepUploadedAudio(
	ctx: StorageContext,
	recordingSid: string,
	audio: { bytes: Uint8Array; contentType: string },
): "mp3" | "wav" {
	const format = audio.contentType === "audio/mpeg" ? "mp3" : "wav";
	keepAudio(ctx, recordingSid, format, audio.bytes);
	return format;
}

export function keepAudio(
	ctx: StorageContext,
	recordingSid: string,
	format: "mp3" | "wav",
	bytes: Uint8Array,
): void {
	ctx.sql.exec("DELETE FROM recording_audio WHERE recording_sid = ? AND format = ?", recordingSid, format);
	for (let part = 0; part * partBytes < bytes.length; part += 1) {
		ctx.sql.exec(
			"INSERT INTO recording_audio (recording_sid, format, part, bytes) VALUES (?, ?, ?, ?)",
			recordingSid,
			format,
			part,
			bytes.slice(part * partBytes, (part + 1) * partBytes),
		);
	}
}

export function findAudio(
	ctx: StorageContext,
	recordingSid: string,
	format: "mp3" | "wav",
): Uint8Array | null {
	const parts = ctx.sql
		.exec<{ bytes: ArrayBuffer }>(
			"SELECT bytes FROM recording_audio WHERE recording_sid = ? AND format = ? ORDER BY part",
			recordingSid,
			format,
		)
		.toArray()
		.map(({ bytes }) => new Uint8Array(bytes));
	if (!parts.length) return null;
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}
