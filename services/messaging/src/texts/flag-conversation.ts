import type { WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { conversationEvent } from "../live/live-events.ts";

/**
 * Marks a conversation as waiting for people because of the contact's text number `sequence`. Changes nothing when the
 * conversation is no longer the assistant's, or a newer text has come: that one gets an answer of its own. `isAnswered`: nobody
 * answers this text any more.
 */
export async function flagConversation(
	{ db, announce }: Context,
	{ conversationId, sequence }: { conversationId: string; sequence: number },
	waitingReason: WaitingReason,
	{ isAnswered }: { isAnswered: boolean },
): Promise<void> {
	const flagged = await db
		.update(conversations)
		.set({ mode: "waiting", waitingReason, ...(isAnswered && { answeredSequence: sequence }) })
		.where(
			and(
				eq(conversations.id, conversationId),
				eq(conversations.mode, "assistant"),
				eq(conversations.inboundSequence, sequence),
			),
		)
		.returning();
	announce(flagged.map(conversationEvent));
}
