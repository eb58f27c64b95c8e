import { guessLanguage } from "@cloudpbx/assistant/guess-language";
import { textingPhrasesIn } from "@cloudpbx/assistant/texting/texting-phrases";
import type { AssistantJob } from "@cloudpbx/contracts/sending";
import type { Context } from "../context.ts";
import { handOver } from "../delivery/hand-over.ts";
import type { JobResult } from "../job-result.ts";
import { claimReply } from "./claim-reply.ts";
import { flagWaiting, leaveUnanswered } from "./flag-waiting.ts";
import { loadConversationTalk } from "./load-conversation-talk.ts";
import { mayAnswer } from "./may-answer.ts";

/**
 * Used when no model answers: tells the contact that a person will answer, and marks the conversation as
 * waiting.
 */
export async function handToPeople(ctx: Context, job: AssistantJob): Promise<JobResult> {
	const { conversationId, sequence } = job;
	const talk = await loadConversationTalk(ctx, conversationId, sequence);
	if (!talk) return { kind: "done", what: "unknown" };
	const { conversation, facts, settings, memory } = talk;
	const verdict = mayAnswer(
		{
			mode: conversation.mode,
			inboundSequence: conversation.inboundSequence,
			answeredSequence: conversation.answeredSequence,
			isOptedOut: facts.isOptedOut,
			isAssistantOn: settings.isAssistantOn,
			texts: [],
		},
		sequence,
		ctx.now(),
	);
	if (verdict.kind === "wait") return flagWaiting(ctx, job, verdict.reason);
	if (verdict.kind === "opted_out") return leaveUnanswered(ctx, job);
	if (verdict.kind !== "answer") return { kind: "done", what: verdict.kind };
	const asked = memory.turns.findLast(({ by }) => by === "contact")?.text ?? "";
	const said = await claimReply(ctx, talk, sequence, {
		text: textingPhrasesIn(guessLanguage(asked)).handover.failed,
		isUnsure: false,
		handover: "assistant_failed",
	});
	if (said?.attempt) await handOver(ctx, [said.attempt]);
	return { kind: "done", what: said === null ? "dropped" : "handed_to_people" };
}
