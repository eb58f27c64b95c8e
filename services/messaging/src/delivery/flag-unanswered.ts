import type { SendProblem } from "@cloudpbx/contracts/sending";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { conversationEvent } from "../live/live-events.ts";
import type { MessageRow } from "../message-row.ts";

/**
 * Marks a conversation as waiting for people when the assistant's answer does not go out for a reason that
 * lies with the company: the contact asked something and gets nothing. A newer text gets an answer of its own.
 */
export async function flagUnanswered(
	{ db, announce }: Context,
	{ author, conversationId, sequence }: MessageRow,
	problem: SendProblem,
): Promise<void> {
	if (author !== "assistant" || sequence === null || problem === "recipient") return;
	const flagged = await db
		.update(conversations)
		.set({ mode: "waiting", waitingReason: "assistant_failed" })
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
