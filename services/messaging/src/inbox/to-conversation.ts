import type { Conversation } from "@cloudpbx/contracts/texts/conversations";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

/** Maximum messages searched for the waiting text; after more, its time is unknown. */
const searchedMax = 50;

export const lookedUp = {
	isOptedOut: sql<number>`EXISTS (SELECT 1 FROM opt_outs WHERE number = conversations.contact_number)`,
	/** The arrival of the text at which people had to take over. */
	waitingSince: sql<number | null>`CASE WHEN conversations.mode = 'waiting' THEN (
		SELECT created_at FROM (
			SELECT created_at, direction, sequence FROM messages
			WHERE conversation_id = conversations.id ORDER BY position DESC LIMIT ${searchedMax}
		) WHERE direction = 'inbound' AND sequence = conversations.answered_sequence LIMIT 1) END`,
};

export interface ConversationRow {
	conversation: typeof conversations.$inferSelect;
	isOptedOut: number;
	waitingSince: number | null;
}

export function selectConversations({ db }: Context, ids: readonly string[]) {
	return db
		.select({ conversation: conversations, ...lookedUp })
		.from(conversations)
		.where(hasId(ids));
}

export function hasId(ids: readonly string[]): SQL {
	return sql`${conversations.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

export function toConversation({ conversation, isOptedOut, waitingSince }: ConversationRow): Conversation {
	const { lastMessageId, lastPreview, lastDirection, lastAuthor } = conversation;
	return {
		id: conversation.id,
		from: conversation.contactNumber,
		to: conversation.ourNumber,
		mode: conversation.mode,
		waitingReason: conversation.waitingReason,
		takenOverBy: conversation.takenOverBy,
		isOptedOut: isOptedOut === 1,
		unreadCount: conversation.unreadCount,
		waitingSince: waitingSince === null ? null : new Date(waitingSince).toISOString(),
		lastMessage:
			lastMessageId && lastDirection && lastAuthor
				? { id: lastMessageId, preview: lastPreview ?? "", direction: lastDirection, author: lastAuthor }
				: null,
		lastMessageAt: conversation.listedAt?.toISOString() ?? null,
		createdAt: conversation.createdAt.toISOString(),
	};
}
