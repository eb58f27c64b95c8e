import { joinBytes, splitBytes } from "../storage/bytes.ts";
import type { StorageContext } from "../storage/storage-context.ts";

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
	for (const [part, some] of splitBytes(bytes).entries()) {
		ctx.sql.exec(
			"INSERT INTO recording_audio (recording_sid, format, part, bytes) VALUES (?, ?, ?, ?)",
			recordingSid,
			format,
			part,
			some,
		);
	}
}

export function findAudio(
	ctx: StorageContext,
	recordingSid: string,
	format: "mp3" | "wav",
): Uint8Array<ArrayBuffer> | null {
	const parts = ctx.sql
		.exec<{ bytes: ArrayBuffer }>(
			"SELECT bytes FROM recording_audio WHERE recording_sid = ? AND format = ? ORDER BY part",
			recordingSid,
			format,
		)
		.toArray()
		.map(({ bytes }) => new Uint8Array(bytes));
	return parts.length ? joinBytes(parts) : null;
}
