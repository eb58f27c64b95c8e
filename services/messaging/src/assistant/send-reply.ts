import type { WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { and, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Attempt } from "../delivery/attempt.ts";
import { handOver } from "../delivery/hand-over.ts";
import { isBelowAssistantCeiling } from "../gate/ceilings.ts";
import { decideSend } from "../gate/decide-send.ts";
import { withoutOrigin } from "../gate/outgoing-request.ts";
import { storeReply } from "../gate/store-reply.ts";
import { conversationEvent, messageEvent } from "../live/live-events.ts";
import { countSend } from "../texts/count-send.ts";
import { previewOf } from "../texts/preview-of.ts";
import type { ConversationTalk } from "./load-conversation-talk.ts";

export interface ComposedReply {
	text: string;
	isUnsure: boolean;
	/** The assistant's last text before people take over; null: it continues. */
	handover: WaitingReason | null;
}

/** Null: the reply was dropped, see `claimReply`. `isSent` false: the gate refused the text. */
export async function sendReply(
	ctx: Context,
	talk: ConversationTalk,
	sequence: number,
	reply: ComposedReply,
): Promise<{ isSent: boolean } | null> {
	const claimed = await claimReply(ctx, talk, sequence, reply);
	if (claimed === null) return null;
	if (claimed.attempt) await handOver(ctx, [claimed.attempt]);
	return { isSent: claimed.attempt !== null };
}

/**
 * One round trip. The claim holds while the mode is `assistant`, no newer text has arrived, the text is unanswered,
 * the contact is not opted out and the assistant is below its hourly ceiling. Null: the claim does not hold, and
 * nothing is stored.
 */
async function claimReply(
	ctx: Context,
	talk: ConversationTalk,
	sequence: number,
	reply: ComposedReply,
): Promise<{ attempt: Attempt | null } | null> {
	const { db, now } = ctx;
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
		...withoutOrigin,
	};
	const decision = decideSend(request, facts, at);
	const isRefused = !decision.isAllowed && reply.handover !== "emergency";
	const waitingReason = isRefused ? limitReason(decision.code) : reply.handover;
	const holdsClaim = sql`EXISTS (SELECT 1 FROM conversations WHERE id = ${conversation.id}
		AND claimed_message_id = ${replyId} AND answered_sequence = ${sequence})`;
	const claim = {
		sequence,
		isHeld: holdsClaim,
		toStatement: (mayStillGo: SQL) =>
			db
				.update(conversations)
				.set({
					answeredSequence: sequence,
					claimedMessageId: replyId,
					unsureCount: reply.isUnsure ? sql`${conversations.unsureCount} + 1` : 0,
					...(waitingReason && { mode: "waiting" as const, waitingReason }),
					...countSend(at, { isReply: true }),
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
						mayStillGo,
						decision.isAllowed ? isBelowAssistantCeiling(at) : undefined,
					),
				)
				.returning({ id: conversations.id }),
	};
	const { isClaimed, attempt, refused } = await storeReply(ctx, { request, decision }, claim);
	if (!isClaimed) return null;
	if (waitingReason) ctx.announce([conversationEvent({ ...conversation, mode: "waiting" })]);
	// An allowed text is announced when the carrier has accepted it.
	if (refused) ctx.announce([messageEvent(refused)]);
	return { attempt };
}

function limitReason(code: string): WaitingReason {
	if (code === "country_forbidden") return "country_forbidden";
	return code === "too_many" || code === "ceiling" ? "assistant_limit" : "assistant_failed";
}
