import { selectRows } from "@cloudpbx/db/json-rows";
import { conversations, messages } from "@cloudpbx/db/schema/messaging";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { countSend } from "../texts/count-send.ts";
import { mayBeDecidedAgain } from "./may-be-decided-again.ts";
import { mayStillGo } from "./may-still-go.ts";
import type { DecidedText } from "./outgoing-request.ts";
import { toConversationRow, toMessageRow } from "./to-rows.ts";

export function upsertConversations({ db }: Context, allowed: readonly DecidedText[], at: Date) {
	const rows = allowed.map(({ request }) => toConversationRow(request, at));
	const contact = sql`r.value ->> '$.contactNumber'`;
	const listed = (column: string) =>
		sql.raw(`CASE WHEN excluded.listed_at IS NULL THEN conversations.${column} ELSE excluded.${column} END`);
	const ofCampaign = (column: string) => sql.raw(`coalesce(excluded.${column}, conversations.${column})`);
	const whenTaken = (value: string, column: string) =>
		sql.raw(`CASE WHEN excluded.mode = 'human' THEN ${value} ELSE conversations.${column} END`);
	return db
		.insert(conversations)
		.select(
			selectRows(
				conversations,
				rows,
				sql`${mayBeStored(contact, sql`r.value ->> '$.id'`)} AND ${isFree(sql`r.value ->> '$.messageId'`, sql`r.value ->> '$.id'`)}`,
			),
		)
		.onConflictDoUpdate({
			target: conversations.id,
			set: {
				...countSend(at, { isReply: false }),
				mode: whenTaken("'human'", "mode"),
				takenOverBy: whenTaken("excluded.taken_over_by", "taken_over_by"),
				waitingReason: whenTaken("NULL", "waiting_reason"),
				answeredSequence: whenTaken("conversations.inbound_sequence", "answered_sequence"),
				unreadCount: whenTaken("0", "unread_count"),
				lastMessageId: listed("last_message_id"),
				lastPreview: listed("last_preview"),
				lastDirection: listed("last_direction"),
				lastAuthor: listed("last_author"),
				listedAt: listed("listed_at"),
				campaignId: ofCampaign("campaign_id"),
				campaignRecipientId: ofCampaign("campaign_recipient_id"),
				campaignTextAt: ofCampaign("campaign_text_at"),
			},
		});
}

export function upsertMessages(ctx: Context, decided: readonly DecidedText[], at: Date, condition: SQL) {
	const rows = decided.map((one) => toMessageRow(ctx, one, at));
	const take = (column: string) => sql.raw(`excluded.${column}`);
	return ctx.db
		.insert(messages)
		.select(selectRows(messages, rows, condition))
		.onConflictDoUpdate({
			target: messages.id,
			set: {
				body: take("body"),
				segments: take("segments"),
				category: take("category"),
				status: take("status"),
				statusAt: take("status_at"),
				errorCode: sql`NULL`,
				refusal: take("refusal"),
				reason: take("reason"),
				attempts: sql`${messages.attempts} + excluded.attempts`,
				attemptedAt: take("attempted_at"),
				isAttemptOpen: take("is_attempt_open"),
				checkAt: take("check_at"),
			},
			setWhere: sql`${mayBeDecidedAgain} AND ${messages.direction} = 'outbound'
				AND ${messages.conversationId} = excluded.conversation_id`,
		});
}

export function mayBeStored(toNumber: SQL, conversationId: SQL): SQL {
	return mayStillGo({
		toNumber,
		conversationId,
		isConfirmation: sql`r.value ->> '$.isConfirmation'`,
		campaignId: sql`r.value ->> '$.campaignId'`,
		author: sql`r.value ->> '$.author'`,
	});
}

function isFree(id: SQL, conversationId: SQL): SQL {
	return sql`NOT EXISTS (SELECT 1 FROM messages WHERE id = ${id}
		AND NOT (${mayBeDecidedAgain} AND conversation_id = ${conversationId}))`;
}
