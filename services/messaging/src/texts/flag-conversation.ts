import type { WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { conversationEvent } from "../live/live-events.ts";

/** Changes nothing when the mode is no longer `assistant` or a newer text has come. */
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
