import { messageMedia, messages } from "@cloudpbx/db/schema/messaging";
import { fetchMedia as fetchFromCarrier } from "@cloudpbx/twilio/fetch-media";
import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { JobResult } from "../jobs/job-result.ts";
import { messageEvent } from "../live/live-events.ts";
import { keptTypeOf } from "./kept-media.ts";

/** The carrier sends at most 5 MB (twilio.com/docs/messaging/guides/accepted-mime-types). */
const bytesMax = 10_000_000;

/** Copies a file from the carrier to R2. Safe to repeat: object and row are the same. */
export async function fetchMedia(ctx: Context, mediaId: string): Promise<JobResult> {
	const { db, media, account, mediaHosts } = ctx;
	const [row] = await db
		.select({
			id: messageMedia.id,
			messageId: messageMedia.messageId,
			url: messageMedia.url,
			contentType: messageMedia.contentType,
			status: messageMedia.status,
		})
		.from(messageMedia)
		.where(eq(messageMedia.id, mediaId));
	if (row?.status !== "pending") return { kind: "done", what: row ? "already_done" : "unknown" };
	const fetched = await fetchFromCarrier(account, row.url, {
		hosts: mediaHosts,
		bytesMax,
		keepAs: (contentType) => keptTypeOf(contentType, row.contentType),
	});
	if (!fetched.ok) {
		if (!fetched.isPermanent) return { kind: "retry", reason: fetched.reason };
		await giveUpMedia(ctx, mediaId, "refused", fetched.reason);
		return { kind: "done", what: "refused" };
	}
	const { bytes, contentType } = fetched;
	const mediaKey = `media/${row.messageId}/${row.id}`;
	await media.put(mediaKey, bytes, { httpMetadata: { contentType } });
	const stored = await db
		.update(messageMedia)
		.set({ status: "stored", failure: null, contentType, mediaKey, bytes: bytes.byteLength })
		.where(eq(messageMedia.id, mediaId))
		.returning({ messageId: messageMedia.messageId });
	// The text was deleted during the fetch.
	if (stored.length === 0) await media.delete(mediaKey);
	await announceMedia(ctx, stored);
	return { kind: "done", what: "stored" };
}

export async function giveUpMedia(
	ctx: Context,
	mediaId: string,
	status: "refused" | "failed",
	failure: string,
): Promise<void> {
	const givenUp = await ctx.db
		.update(messageMedia)
		.set({ status, failure })
		.where(and(eq(messageMedia.id, mediaId), eq(messageMedia.status, "pending")))
		.returning({ messageId: messageMedia.messageId });
	await announceMedia(ctx, givenUp);
}

async function announceMedia(
	{ db, announce }: Context,
	[changed]: readonly { messageId: string }[],
): Promise<void> {
	if (!changed) return;
	const [message] = await db.select().from(messages).where(eq(messages.id, changed.messageId));
	if (message) announce([messageEvent(message)]);
}
