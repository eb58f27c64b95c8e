import type { WaitingReason } from "@cloudpbx/contracts/messaging";
import type { AssistantJob } from "@cloudpbx/contracts/sending";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { and, eq, lt } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { JobResult } from "../job-result.ts";
import { conversationEvent } from "../live/live-events.ts";

/**
 * Marks a conversation as waiting for people, without a text to the contact. Changes nothing when the
 * conversation is no longer the assistant's.
 */
export async function flagWaiting(
	{ db, announce }: Context,
	{ conversationId, sequence }: AssistantJob,
	waitingReason: WaitingReason,
): Promise<JobResult> {
	const flagged = await db
		.update(conversations)
		.set({ mode: "waiting", waitingReason, answeredSequence: sequence })
		.where(
			and(
				eq(conversations.id, conversationId),
				eq(conversations.mode, "assistant"),
				eq(conversations.inboundSequence, sequence),
			),
		)
		.returning();
	announce(flagged.map(conversationEvent));
	return { kind: "done", what: waitingReason };
}

/** Marks the text as answered without an answer, because the contact is or was opted out. */
export async function leaveUnanswered(
	{ db }: Context,
	{ conversationId, sequence }: AssistantJob,
): Promise<JobResult> {
	await db
		.update(conversations)
		.set({ answeredSequence: sequence })
		.where(and(eq(conversations.id, conversationId), lt(conversations.answeredSequence, sequence)));
	return { kind: "done", what: "opted_out" };
}
