import { selectRow } from "@cloudpbx/db/json-rows";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { previewOf } from "../texts/preview-of.ts";
import { isBlockedNow } from "./is-blocked-now.ts";
import type { ReceivedText } from "./received-text.ts";
import { findWaitingReason, wantsAnswer } from "./wants-answer.ts";

export function upsertConversation({ db }: Context, received: ReceivedText) {
	const { consent, danger, isNew } = received;
	const isSurelyInDanger = danger?.isSure ?? false;
	return db
		.insert(conversations)
		.select(newConversation(received))
		.onConflictDoUpdate({
			target: conversations.id,
			set: {
				// In danger the assistant answers at once, also where people answer. A blocked contact reopens nothing.
				mode: sql`CASE WHEN excluded.mode = 'waiting' THEN CASE ${conversations.mode} WHEN 'human' THEN 'human' ELSE 'waiting' END
						WHEN (${conversations.mode} = 'closed' AND excluded.unread_count = 1) OR (${isSurelyInDanger ? 1 : 0} AND excluded.inbound_sequence = 1)
						THEN 'assistant' ELSE ${conversations.mode} END`,
				inboundSequence: sql`${conversations.inboundSequence} + excluded.inbound_sequence`,
				askedMessageId: sql`coalesce(excluded.asked_message_id, ${conversations.askedMessageId})`,
				replyRequestedAt: sql`coalesce(excluded.reply_requested_at, ${conversations.replyRequestedAt})`,
				// A contact that opts out wants no answer to earlier texts.
				...(consent.effect === "opt_out" && { answeredSequence: sql`${conversations.inboundSequence}` }),
				waitingReason: sql`CASE WHEN excluded.mode = 'waiting' AND ${conversations.mode} <> 'human' THEN excluded.waiting_reason
						WHEN ${consent.isDoubtful ? 1 : 0} AND ${conversations.mode} = 'waiting' THEN 'may_want_no_texts' ELSE ${conversations.waitingReason} END`,
				unreadCount: sql`${conversations.unreadCount} + excluded.unread_count`,
				lastMessageId: sql`excluded.last_message_id`,
				lastPreview: sql`excluded.last_preview`,
				lastDirection: sql`excluded.last_direction`,
				lastAuthor: sql`excluded.last_author`,
				listedAt: sql`excluded.listed_at`,
			},
			setWhere: isNew,
		});
}

/**
 * The last WHERE keeps SQLite from reading ON CONFLICT as a join (sqlite.org/lang_upsert.html). LIMIT 1 keeps it
 * from evaluating the expression at each use.
 */
function newConversation(received: ReceivedText): SQL {
	const { text, at, conversationId, isNew } = received;
	const reason = findWaitingReason(received);
	const waits = reason === null ? sql`0` : sql`is_blocked`;
	return selectRow(
		conversations,
		{
			id: conversationId,
			contactNumber: text.from,
			ourNumber: text.to,
			mode: sql`CASE WHEN ${waits} THEN 'waiting' ELSE 'assistant' END`,
			waitingReason: sql`CASE WHEN ${waits} THEN ${reason} END`,
			inboundSequence: sql`asks`,
			askedMessageId: sql`CASE WHEN asks = 1 THEN ${text.messageId} END`,
			replyRequestedAt: sql`CASE WHEN asks = 1 THEN ${at.getTime()} END`,
			unreadCount: sql`CASE WHEN is_blocked AND NOT ${waits} THEN 0 ELSE 1 END`,
			lastMessageId: text.messageId,
			lastPreview: previewOf(text.body, text.media.length),
			lastDirection: "inbound",
			lastAuthor: "contact",
			listedAt: at,
			createdAt: at,
		},
		sql`FROM (SELECT CASE WHEN is_blocked THEN 0 ELSE ${wantsAnswer(received)} END AS asks, is_blocked
			FROM (SELECT ${isBlockedNow(text.from)} AS is_blocked LIMIT 1) WHERE true LIMIT 1) WHERE ${isNew}`,
	);
}
