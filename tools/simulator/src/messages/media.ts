import { newSid } from "../sid.ts";
import type { MediaFile } from "./fetch-file.ts";
import type { Media } from "./message.ts";
import type { MessageContext } from "./message-context.ts";

/** SQLite rows hold 2 MB at most. */
const partBytes = 1_000_000;

export function keepMedia(ctx: MessageContext, messageSid: string, files: readonly MediaFile[]): Media[] {
	return files.map(({ bytes, contentType }) => {
		const media: Media = { sid: newSid("ME"), messageSid, contentType, createdAt: Date.now() };
		ctx.media.save(media);
		for (let part = 0; part === 0 || part * partBytes < bytes.length; part += 1) {
			ctx.sql.exec(
				"INSERT INTO media_bytes (media_sid, part, bytes) VALUES (?, ?, ?)",
				media.sid,
				part,
				bytes.slice(part * partBytes, (part + 1) * partBytes),
			);
		}
		return media;
	});
}

/** In the order in which they were sent. */
export function listMedia(ctx: MessageContext, messageSid: string): Media[] {
	return ctx.media.list([["doc ->> 'messageSid' = ?", messageSid]]).reverse();
}

export function readBytes(ctx: MessageContext, mediaSid: string): Uint8Array<ArrayBuffer> {
	const parts = ctx.sql
		.exec<{ bytes: ArrayBuffer }>("SELECT bytes FROM media_bytes WHERE media_sid = ? ORDER BY part", mediaSid)
		.toArray()
		.map(({ bytes }) => new Uint8Array(bytes));
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}

/** The files of a text, to be sent on with another one. */
export function readFiles(ctx: MessageContext, messageSid: string): MediaFile[] {
	return listMedia(ctx, messageSid).map(({ sid, contentType }) => ({
		contentType,
		bytes: readBytes(ctx, sid),
	}));
}

export function deleteMedia(ctx: MessageContext, { sid }: Media): void {
	ctx.media.delete(sid);
	ctx.sql.exec("DELETE FROM media_bytes WHERE media_sid = ?", sid);
}

/** Where the file can be fetched. */
export function mediaUrl(ctx: MessageContext, { sid, messageSid }: Media): string {
	const { publicUrl, account } = ctx;
	return `${publicUrl}/simulator/2010-04-01/Accounts/${account.sid}/Messages/${messageSid}/Media/${sid}`;
}
