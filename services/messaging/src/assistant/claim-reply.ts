import type { WaitingReason } from "@cloudpbx/contracts/messaging";
import { selectRows } from "@cloudpbx/db/json-rows";
import { conversations, messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { and, eq, lt, sql } from "drizzle-orm";
import type { MessageRow } from "../delivery/record-outcome.ts";
import { decideSend } from "../gate/decide-send.ts";
import { hourOf } from "../gate/sending-hour.ts";
import { outboundMessage } from "../gate/store-sends.ts";
import { previewOf } from "../inbox/preview-of.ts";
import { conversationEvent, messageEvent } from "../live/live-events.ts";
import type { Messaging } from "../open-messaging.ts";
import type { ConversationTalk } from "./load-conversation-talk.ts";

export interface ComposedReply {
	text: string;
	isUnsure: boolean;
	/** Set: the assistant says this once and is silent afterwards. */
	handover: WaitingReason | null;
}

/**
 * Claims the right to speak and stores what is said, in one round trip. The claim holds only while the conversation is the
 * assistant's, nothing newer has come in, nobody has answered and the contact is not opted out; otherwise nothing is
 * stored and null is answered: the reply is dropped.
 */
export async function claimReply(
	messaging: Messaging,
	talk: ConversationTalk,
	sequence: number,
	reply: ComposedReply,
): Promise<MessageRow | null> {
	const { db, now } = messaging;
	const at = now();
	const { conversation, replyId, facts } = talk;
	const request = {
		id: replyId,
		conversationId: conversation.id,
		from: conversation.ourNumber,
		to: conversation.contactNumber,
		body: reply.text,
		author: "assistant" as const,
		category: "transactional" as const,
		quietHours: true,
		isConfirmation: false,
		actorId: null,
		actorName: null,
		campaignId: null,
		recipientId: null,
		takesOverAs: null,
	};
	const decision = decideSend(request, facts, at);
	const waitingReason = decision.isAllowed ? reply.handover : limitReason(decision.code);
	const row = { ...outboundMessage(messaging, { request, decision }, at), sequence };
	const hour = hourOf(at);
	const isSameHour = sql`${conversations.hourStartedAt} = ${hour.getTime()}`;
	const holdsClaim = sql`EXISTS (SELECT 1 FROM conversations WHERE id = ${conversation.id}
		AND claimed_message_id = ${replyId} AND answered_sequence = ${sequence})`;
	const [claimed, stored] = await db.batch([
		db
			.update(conversations)
			.set({
				answeredSequence: sequence,
				claimedMessageId: replyId,
				unsureCount: reply.isUnsure ? sql`${conversations.unsureCount} + 1` : 0,
				...(waitingReason && { mode: "waiting" as const, waitingReason }),
				hourStartedAt: hour,
				sentInHour: sql`CASE WHEN ${isSameHour} THEN ${conversations.sentInHour} + 1 ELSE 1 END`,
				repliesInHour: sql`CASE WHEN ${isSameHour} THEN ${conversations.repliesInHour} + 1 ELSE 1 END`,
				...(decision.isAllowed && {
					lastMessageId: replyId,
					lastPreview: previewOf(reply.text),
					lastDirection: "outbound" as const,
					lastAuthor: "assistant" as const,
					listedAt: at,
				}),
			})
			.where(
				and(
					eq(conversations.id, conversation.id),
					eq(conversations.mode, "assistant"),
					eq(conversations.inboundSequence, sequence),
					lt(conversations.answeredSequence, sequence),
					sql`NOT EXISTS (SELECT 1 FROM opt_outs WHERE number = ${conversation.contactNumber})`,
				),
			)
			.returning({ id: conversations.id }),
		db
			.insert(messages)
			.select(selectRows(messages, [row], holdsClaim))
			.onConflictDoNothing()
			.returning(),
		db
			.insert(messageEvents)
			.select(selectRows(messageEvents, eventRows(row, at), holdsClaim))
			.onConflictDoNothing(),
	]);
	if (claimed.length === 0) return null;
	if (waitingReason) messaging.announce([conversationEvent({ ...conversation, mode: "waiting" })]);
	const [message] = stored;
	// The others are told of when the carrier has them.
	if (message?.status === "refused") messaging.announce([messageEvent(message)]);
	return message ?? null;
}

function limitReason(code: string): WaitingReason {
	return code === "too_many" ? "assistant_limit" : "assistant_failed";
}

function eventRows(row: ReturnType<typeof outboundMessage>, at: Date) {
	const kinds = row.status === "pending" ? (["allowed", "attempted"] as const) : (["refused"] as const);
	return kinds.map((kind) => ({
		messageId: row.id,
		step: `${kind}-${at.getTime()}`,
		kind,
		status: row.status,
		detail: row.refusal,
		at,
	}));
}
