import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ReadConversation } from "@cloudpbx/contracts/texts/conversation-input";
import type { Conversation } from "@cloudpbx/contracts/texts/conversations";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { conversationEvent } from "../live/live-events.ts";
import { inOrder } from "./change-conversation.ts";
import { readConversationId } from "./read-conversation-id.ts";
import { selectConversations, toConversation } from "./to-conversation.ts";

const countedMax = 1000;

/**
 * Texts after `upTo` stay unread; an older `upTo` than before changes nothing. Nothing changes at all if one `upTo`
 * is not of its conversation. Unknown conversations are left out of the result.
 */
export async function markConversationsRead(
	ctx: Context,
	items: readonly ReadConversation[],
): Promise<Result<Conversation[]>> {
	const { db, announce } = ctx;
	const ids = await Promise.all(items.map(readConversationId));
	const seen = new Map(ids.map((id, index) => [id, items[index]?.upTo ?? null]));
	const asked = JSON.stringify([...seen].map(([id, upTo]) => ({ id, upTo })));
	const misplaced = sql`SELECT 1 FROM json_each(${asked}) r
		JOIN ${conversations} c ON c.id = r.value ->> '$.id'
		LEFT JOIN messages m ON m.id = r.value ->> '$.upTo'
		WHERE r.value ->> '$.upTo' IS NOT NULL AND m.conversation_id IS NOT c.id`;
	const behind = sql`(SELECT count(*) FROM (SELECT 1 FROM messages m
		WHERE m.conversation_id = conversations.id AND m.direction = 'inbound'
			AND m.position > (SELECT position FROM messages WHERE id = r.value ->> '$.upTo') LIMIT ${countedMax}))`;
	const [wrong, , rows] = await db.batch([
		db.select({ isWrong: sql<number>`1` }).from(sql`(${misplaced} LIMIT 1)`),
		db
			.update(conversations)
			.set({
				unreadCount: sql`CASE WHEN r.value ->> '$.upTo' IS NULL THEN 0
					ELSE min(${conversations.unreadCount}, ${behind}) END`,
			})
			.from(sql`json_each(${asked}) r`)
			.where(sql`${conversations.id} = r.value ->> '$.id' AND NOT EXISTS (${misplaced})`),
		selectConversations(ctx, [...seen.keys()]),
	]);
	if (wrong.length > 0) return refuse("bad_input", "upTo: This is no message of the conversation.");
	announce(rows.map(({ conversation }) => conversationEvent(conversation)));
	return accept(inOrder(ids, rows.map(toConversation)));
}
