import { newSid } from "../sid.ts";
import { joinBytes, splitBytes } from "../storage/bytes.ts";
import type { MediaFile } from "./fetch-file.ts";
import type { Media } from "./message.ts";
import type { MessageContext } from "./message-context.ts";

export function keepMedia(ctx: MessageContext, messageSid: string, files: readonly MediaFile[]): Media[] {
	return files.map(({ bytes, contentType }) => {
		const media: Media = { sid: newSid("ME"), messageSid, contentType, createdAt: Date.now() };
		ctx.media.save(media);
		const parts = bytes.length > 0 ? splitBytes(bytes) : [bytes];
		for (const [part, some] of parts.entries()) {
			ctx.sql.exec(
				"INSERT INTO media_bytes (media_sid, part, bytes) VALUES (?, ?, ?)",
				media.sid,
				part,
				some,
			);
		}
		return media;
	});
}

export function listMedia(ctx: MessageContext, messageSid: string): Media[] {
	return ctx.media.list([["doc ->> 'messageSid' = ?", messageSid]]).reverse();
}

export function readBytes(ctx: MessageContext, mediaSid: string): Uint8Array<ArrayBuffer> {
	const parts = ctx.sql
		.exec<{ bytes: ArrayBuffer }>("SELECT bytes FROM media_bytes WHERE media_sid = ? ORDER BY part", mediaSid)
		.toArray()
		.map(({ bytes }) => new Uint8Array(bytes));
	return joinBytes(parts);
}

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

export function mediaUrl(ctx: MessageContext, { sid, messageSid }: Media): string {
	const { publicUrl, account } = ctx;
	return `${publicUrl}/simulator/2010-04-01/Accounts/${account.sid}/Messages/${messageSid}/Media/${sid}`;
}
