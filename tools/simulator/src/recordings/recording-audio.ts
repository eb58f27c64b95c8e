import type { Exchange } from "../context.ts";

/** SQLite rows hold 2 MB at most. */
const partBytes = 1_000_000;

/** Keeps the audio of a recording, as it came. Returns its format. */
export function keepUploadedAudio(
	exchange: Exchange,
	recordingSid: string,
	audio: { bytes: Uint8Array; contentType: string },
): "mp3" | "wav" {
	const format = audio.contentType === "audio/mpeg" ? "mp3" : "wav";
	keepAudio(exchange, recordingSid, format, audio.bytes);
	return format;
}

export function keepAudio(
	exchange: Exchange,
	recordingSid: string,
	format: "mp3" | "wav",
	bytes: Uint8Array,
): void {
	exchange.sql.exec(
		"DELETE FROM recording_audio WHERE recording_sid = ? AND format = ?",
		recordingSid,
		format,
	);
	for (let part = 0; part * partBytes < bytes.length; part += 1) {
		exchange.sql.exec(
			"INSERT INTO recording_audio (recording_sid, format, part, bytes) VALUES (?, ?, ?, ?)",
			recordingSid,
			format,
			part,
			bytes.slice(part * partBytes, (part + 1) * partBytes),
		);
	}
}

export function findAudio(
	exchange: Exchange,
	recordingSid: string,
	format: "mp3" | "wav",
): Uint8Array | null {
	const parts = exchange.sql
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
