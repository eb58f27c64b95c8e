import { findTexterDanger } from "@cloudpbx/assistant/texting/find-texter-danger";
import type { WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import type { AssistantJob } from "@cloudpbx/contracts/texts/sending";
import { isForbiddenNumber } from "@cloudpbx/domain/numbering/country-of-number";
import type { Context } from "../context.ts";
import type { JobResult } from "../jobs/job-result.ts";
import { flagWaiting, leaveUnanswered } from "./flag-waiting.ts";
import { type ConversationTalk, loadConversationTalk, textingOf } from "./load-conversation-talk.ts";
import { type AnswerState, mayAnswer } from "./may-answer.ts";
import { isDoubtful, sayStopHint } from "./say-stop-hint.ts";

type Considered =
	| { kind: "answer" | "answered"; talk: ConversationTalk }
	| { kind: "done"; result: JobResult };

/** `listTurns` selects the turns that are searched for repetitions. */
export async function considerAnswer(
	ctx: Context,
	job: AssistantJob,
	listTurns: (talk: ConversationTalk) => AnswerState["talk"],
): Promise<Considered> {
	const talk = await loadConversationTalk(ctx, job.conversationId, job.sequence);
	if (!talk) return { kind: "done", result: { kind: "done", what: "unknown" } };
	const { mode, inboundSequence, answeredSequence } = talk.conversation;
	const { isOptedOut } = talk.facts;
	const { isAssistantOn } = talk.settings;
	const isInDanger = findTexterDanger(textingOf(talk)) !== null;
	const turns = listTurns(talk);
	const state = {
		mode,
		inboundSequence,
		answeredSequence,
		isOptedOut,
		isAssistantOn,
		isInDanger,
		talk: turns,
	};
	const verdict = mayAnswer(state, job.sequence, ctx.now());
	switch (verdict.kind) {
		case "answer": {
			// The reason "emergency" is kept even when the gate would refuse our text.
			const reason = isInDanger ? null : findBrake(talk);
			if (reason !== null) return { kind: "done", result: await flagWaiting(ctx, job, reason) };
			return { kind: "answer", talk };
		}
		case "answered":
			return { kind: "answered", talk };
		case "wait":
			if (verdict.reason === "assistant_off" && isDoubtful(talk)) {
				return { kind: "done", result: await sayStopHint(ctx, talk, job.sequence) };
			}
			return { kind: "done", result: await flagWaiting(ctx, job, verdict.reason) };
		case "opted_out":
			return { kind: "done", result: await leaveUnanswered(ctx, job) };
		default:
			return { kind: "done", result: { kind: "done", what: verdict.kind } };
	}
}

/** The reason why the gate would refuse every answer; then no model is asked. */
function findBrake({ conversation, facts }: ConversationTalk): WaitingReason | null {
	if (isForbiddenNumber(conversation.contactNumber, facts.allowedCountries)) return "country_forbidden";
	return facts.ceiling === null ? null : "assistant_limit";
}
