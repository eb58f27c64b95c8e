import type { WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import type { AssistantJob } from "@cloudpbx/contracts/texts/sending";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { and, eq, lt } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { JobResult } from "../jobs/job-result.ts";
import { flagConversation } from "../texts/flag-conversation.ts";

/** Changes nothing when the conversation is no longer the assistant's. */
export async function flagWaiting(
	ctx: Context,
	job: AssistantJob,
	waitingReason: WaitingReason,
): Promise<JobResult> {
	await flagConversation(ctx, job, waitingReason, { isAnswered: true });
	return { kind: "done", what: waitingReason };
}

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
