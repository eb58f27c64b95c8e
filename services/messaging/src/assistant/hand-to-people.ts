import { textedDangerAnswer } from "@cloudpbx/assistant/danger/danger-phrases";
import { guessLanguage } from "@cloudpbx/assistant/guess-language";
import { findTexterDanger } from "@cloudpbx/assistant/texting/find-texter-danger";
import { withStopHint } from "@cloudpbx/assistant/texting/stop-hint";
import { textingPhrasesIn } from "@cloudpbx/assistant/texting/texting-phrases";
import type { AssistantJob } from "@cloudpbx/contracts/texts/sending";
import type { Context } from "../context.ts";
import type { JobResult } from "../jobs/job-result.ts";
import { considerAnswer } from "./consider-answer.ts";
import { type ConversationTalk, textingOf } from "./load-conversation-talk.ts";
import { isDoubtful } from "./say-stop-hint.ts";
import { type ComposedReply, sendReply } from "./send-reply.ts";

/** Answers when no model does: a person will reply. The conversation then waits for people. */
export async function handToPeople(ctx: Context, job: AssistantJob): Promise<JobResult> {
	const considered = await considerAnswer(ctx, job, () => []);
	if (considered.kind === "done") return considered.result;
	const { talk } = considered;
	if (considered.kind === "answered") return { kind: "done", what: "answered" };
	const said = await sendReply(ctx, talk, job.sequence, composeWithoutModel(talk));
	return { kind: "done", what: said === null ? "dropped" : "handed_to_people" };
}

function composeWithoutModel(talk: ConversationTalk): ComposedReply {
	const danger = findTexterDanger(textingOf(talk));
	if (danger) {
		const text = textedDangerAnswer(danger.kind, danger.language);
		return { text, isUnsure: false, handover: "emergency" };
	}
	const asked = talk.memory.turns.findLast(({ by }) => by === "contact")?.text ?? "";
	const sorry = textingPhrasesIn(guessLanguage(asked)).handover.failed;
	const mayWantNoTexts = isDoubtful(talk);
	return {
		text: mayWantNoTexts ? withStopHint(sorry, asked, null) : sorry,
		isUnsure: false,
		handover: mayWantNoTexts ? "may_want_no_texts" : "assistant_failed",
	};
}
