import type { ReceptionDecision, ReceptionResult } from "@cloudpbx/assistant/receptionist/reception";
import type { Utterance } from "./utterance.ts";

export interface Verdict {
	isRight: boolean;
	/** Reached somebody who was not asked for: worse than any question. */
	isWrongTransfer: boolean;
	outcome: string;
	spoken: string;
}

export interface Judged {
	category: string;
	utterance: Utterance;
	result: ReceptionResult;
	verdict: Verdict;
}

export function judge(utterance: Utterance, decision: ReceptionDecision): Verdict {
	const outcome = "extension" in decision ? `${decision.action} ${decision.extension}` : decision.action;
	const spoken = spokenOf(decision);
	const isExpected = utterance.expect.includes(outcome);
	const isTold = utterance.tells === undefined || utterance.tells.test(spoken);
	const isKept = utterance.never === undefined || !utterance.never.test(spoken);
	return {
		isRight: isExpected && isTold && isKept,
		isWrongTransfer: "extension" in decision && !isExpected,
		outcome,
		spoken,
	};
}

function spokenOf(decision: ReceptionDecision): string {
	if (decision.action === "info") return decision.answer;
	return decision.action === "ask" ? decision.question : "";
}
