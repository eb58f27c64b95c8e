import { composeAnswer } from "@cloudpbx/assistant/texting/compose-answer";
import type { TextingResult } from "@cloudpbx/assistant/texting/texting";
import type { AssistantJob } from "@cloudpbx/contracts/sending";
import { log } from "@cloudpbx/kit/log";
import { handOver } from "../delivery/hand-over.ts";
import { enqueue } from "../enqueue.ts";
import { settleText } from "../gate/settle-text.ts";
import type { JobResult } from "../job-result.ts";
import type { Messaging } from "../open-messaging.ts";
import { keepMemory } from "./assistant-memory.ts";
import { type ComposedReply, claimReply } from "./claim-reply.ts";
import { flagWaiting, leaveUnanswered } from "./flag-waiting.ts";
import { handToPeople } from "./hand-to-people.ts";
import { type ConversationTalk, loadConversationTalk } from "./load-conversation-talk.ts";
import { mayAnswer } from "./may-answer.ts";

/**
 * Answers a contact's text, if it is still the assistant's to answer when the answer is ready. Killed anywhere and run
 * again, one answer goes out.
 */
export async function answerConversation(messaging: Messaging, job: AssistantJob): Promise<JobResult> {
	const { conversationId, sequence } = job;
	const talk = await loadConversationTalk(messaging, conversationId, sequence);
	if (!talk) return { kind: "done", what: "unknown" };
	const { conversation, facts, memory, settings } = talk;
	const verdict = mayAnswer(
		{
			mode: conversation.mode,
			inboundSequence: conversation.inboundSequence,
			answeredSequence: conversation.answeredSequence,
			isOptedOut: facts.isOptedOut,
			isAssistantOn: settings.isAssistantOn,
			texts: memory.turns.filter(({ by }) => by === "contact"),
		},
		sequence,
		messaging.now(),
	);
	if (verdict.kind === "answered") return finishAnswer(messaging, talk);
	if (verdict.kind === "wait") return flagWaiting(messaging, job, verdict.reason);
	if (verdict.kind === "opted_out") return leaveUnanswered(messaging, job);
	if (verdict.kind !== "answer") return { kind: "done", what: verdict.kind };

	const result = await composeAnswer({
		company: { ...settings, name: settings.companyName },
		directory: talk.directory,
		turns: memory.turns,
		unsureBefore: conversation.unsureCount,
		models: messaging.models,
		ai: messaging.ai,
	});
	logResult(conversationId, result);
	if (result.kind === "failed") {
		// The account has no neurons left today: waiting a minute helps nobody.
		if (result.failure === "allocation_used_up") return handToPeople(messaging, job);
		return { kind: "retry", reason: result.failure };
	}
	return say(messaging, talk, sequence, {
		text: result.text,
		isUnsure: result.kind === "answer" && result.isUnsure,
		handover: result.kind === "handover" ? result.reason : null,
	});
}

async function say(
	messaging: Messaging,
	talk: ConversationTalk,
	sequence: number,
	reply: ComposedReply,
): Promise<JobResult> {
	const row = await claimReply(messaging, talk, sequence, reply);
	if (row === null) return { kind: "done", what: "dropped" };
	if (row.status === "pending") await handOver(messaging, [row]);
	await keepMemory(messaging, talk.conversation.id, talk.memory);
	return { kind: "done", what: row.status === "pending" ? "answered" : "refused" };
}

/** A job before this one claimed the answer and may have died before the carrier had it. */
async function finishAnswer(messaging: Messaging, { replyId }: ConversationTalk): Promise<JobResult> {
	const settlement = await settleText(messaging, replyId);
	if (settlement.kind === "later") {
		const job = { task: "settle" as const, messageId: replyId };
		await enqueue(messaging.jobQueue, [job], settlement.waitSeconds);
	}
	return { kind: "done", what: "answered_before" };
}

function logResult(conversationId: string, result: TextingResult): void {
	const fields = {
		conversationId,
		result: result.kind,
		model: result.kind === "failed" ? null : result.model,
		reason: result.kind === "answer" ? null : result.kind === "handover" ? result.reason : result.failure,
		milliseconds: Math.round(result.attempts.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
		attempts: result.attempts.map(({ model, outcome }) => `${model} ${outcome}`).join(", "),
	};
	if (result.kind === "failed") log.warn("answer_not_composed", fields);
	else log.info("answer_composed", fields);
}
