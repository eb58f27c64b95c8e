import { composeAnswer } from "@cloudpbx/assistant/texting/compose-answer";
import type { TextingResult } from "@cloudpbx/assistant/texting/texting";
import type { AssistantJob } from "@cloudpbx/contracts/texts/sending";
import { log } from "@cloudpbx/kit/log";
import { optOutByModel } from "../consent/opt-out-by-model.ts";
import type { Context } from "../context.ts";
import { settleText } from "../gate/settle-text.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { JobResult } from "../jobs/job-result.ts";
import { keepMemory } from "./assistant-memory.ts";
import { considerAnswer } from "./consider-answer.ts";
import { leaveUnanswered } from "./flag-waiting.ts";
import { handToPeople } from "./hand-to-people.ts";
import { listOpenTurns } from "./list-open-turns.ts";
import { type ConversationTalk, textingOf } from "./load-conversation-talk.ts";
import { type ComposedReply, sendReply } from "./send-reply.ts";

/** Answers a contact's text, if the assistant still may. A repeated job sends no second answer. */
export async function answerConversation(ctx: Context, job: AssistantJob): Promise<JobResult> {
	const { conversationId, sequence } = job;
	const considered = await considerAnswer(ctx, job, ({ memory }) => memory.turns);
	if (considered.kind === "done") return considered.result;
	const { talk } = considered;
	if (considered.kind === "answered") return finishAnswer(ctx, talk);

	const { conversation, memory } = talk;
	const result = await composeAnswer({
		...textingOf(talk),
		turns: listOpenTurns(memory.turns),
		unsureBefore: conversation.unsureCount,
		models: ctx.models,
		ai: ctx.ai,
	});
	logResult(conversationId, result);
	if (result.kind === "failed") {
		// The account's daily allowance is used up, so a retry within minutes would fail as well.
		if (result.failure === "allocation_used_up") return handToPeople(ctx, job);
		return { kind: "retry", reason: result.failure };
	}
	if (result.kind === "opt_out") {
		const isDone = await optOutByModel(ctx, conversation, sequence, result.model);
		return isDone ? { kind: "done", what: "opted_out_by_model" } : leaveUnanswered(ctx, job);
	}
	const reason = result.kind === "handover" ? result.reason : null;
	return say(ctx, talk, job, {
		text: result.text,
		isUnsure: result.kind === "answer" && result.isUnsure,
		handover: result.mayWantNoTexts ? "may_want_no_texts" : reason,
	});
}

async function say(
	ctx: Context,
	talk: ConversationTalk,
	job: AssistantJob,
	reply: ComposedReply,
): Promise<JobResult> {
	const said = await sendReply(ctx, talk, job.sequence, reply);
	if (said === null) {
		// Other answers may have reached the assistant's ceiling; then people must answer.
		await considerAnswer(ctx, job, () => []);
		return { kind: "done", what: "dropped" };
	}
	await keepMemory(ctx, talk.conversation.id, talk.memory);
	return { kind: "done", what: said.isSent ? "answered" : "refused" };
}

/** An earlier job claimed the answer and may have stopped before the carrier accepted it. */
async function finishAnswer(ctx: Context, { replyId }: ConversationTalk): Promise<JobResult> {
	const settlement = await settleText(ctx, replyId);
	if (settlement.kind === "later") {
		const job = { task: "settle" as const, messageId: replyId };
		await enqueue(ctx.jobQueue, [job], settlement.waitSeconds);
	}
	return { kind: "done", what: "answered_before" };
}

function logResult(conversationId: string, result: TextingResult): void {
	const fields = {
		conversationId,
		result: result.kind,
		model: result.kind === "failed" ? null : result.model,
		reason: result.kind === "handover" ? result.reason : result.kind === "failed" ? result.failure : null,
		mayWantNoTexts: "mayWantNoTexts" in result && result.mayWantNoTexts,
		milliseconds: Math.round(result.attempts.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
		attempts: result.attempts.map(({ model, outcome }) => `${model} ${outcome}`).join(", "),
	};
	if (result.kind === "failed") log.warn("answer_not_composed", fields);
	else log.info("answer_composed", fields);
}
