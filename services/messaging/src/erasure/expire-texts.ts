import { isOneOf } from "@cloudpbx/db/is-one-of";
import { conversationNotes, conversations, messageMedia, messages } from "@cloudpbx/db/schema/messaging";
import { and, asc, lt, sql } from "drizzle-orm";
import { forgetMemory } from "../assistant/assistant-memory.ts";
import type { Context } from "../context.ts";
import { conversationEvent } from "../live/live-events.ts";
import { deleteFiles, deleteTexts } from "./delete-texts.ts";

const textsMax = 500;

/** Deletes expired texts everywhere but in the ledger. Returns the number of texts. */
export async function expireTexts(ctx: Context, createdBefore: Date): Promise<number> {
	const { db, announce } = ctx;
	const old = await db
		.select({ id: messages.id, conversationId: messages.conversationId })
		.from(messages)
		.where(lt(messages.createdAt, createdBefore))
		.orderBy(asc(messages.createdAt))
		.limit(textsMax);
	if (old.length === 0) return 0;
	const ids = old.map(({ id }) => id);
	const conversationIds = [...new Set(old.map(({ conversationId }) => conversationId))];
	const files = await db
		.select({ mediaKey: messageMedia.mediaKey })
		.from(messageMedia)
		.where(isOneOf(messageMedia.messageId, ids));
	await deleteFiles(ctx, files);
	// The memory expires by itself, so a failure here does not stop the deletion.
	await Promise.allSettled(conversationIds.map((id) => forgetMemory(ctx, id)));
	const isEmpty = sql`NOT EXISTS (SELECT 1 FROM messages WHERE conversation_id = conversations.id)`;
	const [, , , silenced, emptied] = await db.batch([
		...deleteTexts(ctx, ids),
		db
			.update(conversations)
			.set({ lastPreview: "", lastMessageId: null })
			.where(and(isOneOf(conversations.id, conversationIds), isOneOf(conversations.lastMessageId, ids)))
			.returning(),
		db
			.delete(conversations)
			.where(and(isOneOf(conversations.id, conversationIds), isEmpty))
			.returning(),
	]);
	announce(
		[...new Map([...silenced, ...emptied].map((row) => [row.id, row])).values()].map(conversationEvent),
	);
	if (emptied.length > 0) {
		await db.delete(conversationNotes).where(
			isOneOf(
				conversationNotes.conversationId,
				emptied.map(({ id }) => id),
			),
		);
	}
	return old.length;
}
