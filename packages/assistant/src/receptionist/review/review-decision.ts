import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { checkSaidText, type SaidContext } from "../../guards/check-said-text.ts";
import type { ModelDecision } from "../model-decision.ts";
import type { Phrases } from "../phrases.ts";
import type { Correction, ReceptionDecision, ReceptionTurn } from "../reception.ts";
import { findNamed } from "../words/decide-by-words.ts";
import type { Evidence } from "./read-evidence.ts";
import { reviewTarget } from "./review-target.ts";

/** Below this the caller is asked once before a transfer. */
export const confidenceMin = 0.5;

export interface ReviewContext {
	directory: readonly DirectoryEntry[];
	turns: readonly ReceptionTurn[];
	evidence: Evidence;
	speechConfidence: number | null;
	spoken: SaidContext;
	phrases: Phrases;
	/** Replaces a model's denial. */
	identity: string;
}

export interface Review {
	decision: ReceptionDecision;
	correction: Correction | null;
}

/** Makes a question of a decision that neither the caller's words nor the company's texts confirm. */
export function reviewDecision(proposed: ModelDecision, context: ReviewContext): Review {
	switch (proposed.action) {
		case "transfer":
		case "voicemail":
			return reviewConnection(proposed, proposed.action, context);
		case "info":
			return reviewAnswer(proposed, context);
		case "ask":
			return reviewQuestion(proposed, context);
		case "goodbye":
			return reviewEnd(proposed, context);
	}
}

function reviewConnection(
	proposed: ModelDecision,
	action: "transfer" | "voicemail",
	context: ReviewContext,
): Review {
	const { directory, evidence, phrases, turns } = context;
	if (action === "transfer" && evidence.cues.asksForVoicemail && evidence.clear.length > 0)
		return reviewConnection(proposed, "voicemail", context);
	if (action === "voicemail" && evidence.cues.wantsNoMessage && !evidence.cues.asksForVoicemail)
		return reviewConnection(proposed, "transfer", context);
	const wished = directory.filter(({ ext }) => ext === proposed.extension);
	const review = reviewTarget(proposed.extension, evidence);
	if (review.verdict === "borne_out") {
		if (isLowConfidence(proposed, context) && wished[0] !== undefined)
			return ask(phrases.didYouMean(wished[0]), "low_confidence");
		return { decision: { action, extension: proposed.extension }, correction: null };
	}
	if (review.verdict === "ambiguous")
		return ask(phrases.whichOf(pick(directory, review.extensions)), "ambiguous");
	if (review.verdict === "contradicted") return ask(askAmong(review.extensions, context), "contradiction");
	const [entry] = wished;
	const wasAsked = turns.at(-1)?.action === "ask" && evidence.offered.includes(proposed.extension);
	if (entry === undefined || wasAsked || isAnybodys(evidence)) {
		const question = action === "voicemail" ? phrases.whoGetsMessage() : phrases.whoToReach(directory);
		return ask(question, "not_in_the_words");
	}
	return ask(phrases.didYouMean(entry), "not_in_the_words");
}

function isAnybodys({ cues, topics }: Evidence): boolean {
	return topics.size === 0 && (cues.asksForPerson || cues.asksForVoicemail);
}

function askAmong(extensions: readonly string[], { directory, phrases }: ReviewContext): string {
	const entries = pick(directory, extensions);
	const [only] = entries;
	if (only !== undefined && entries.length === 1) return phrases.didYouMean(only);
	return phrases.whichOf(entries);
}

function reviewAnswer(proposed: ModelDecision, context: ReviewContext): Review {
	const { directory, phrases } = context;
	if (isSpeechUnsure(context)) return ask(phrases.pleaseRepeat(), "low_confidence");
	const checked = checkSaidText(proposed.say, context.spoken);
	if (checked.ok) return { decision: { action: "info", answer: checked.text }, correction: null };
	if (checked.reason === "ungrounded_answer") return ask(phrases.notKnown(directory), "ungrounded_answer");
	if (checked.reason === "human") return ask(context.identity, "denial");
	if (checked.reason === "commitment") return ask(phrases.notPossible(directory), "commitment");
	return ask(phrases.notPossible(directory), "unsafe_words");
}

function reviewQuestion(proposed: ModelDecision, context: ReviewContext): Review {
	const { spoken, phrases, directory, evidence, identity } = context;
	const named = isSpeechUnsure(context) ? null : findNamed(evidence, directory);
	if (named !== null && !evidence.cues.asksForVoicemail)
		return { decision: { action: "transfer", extension: named.ext }, correction: "named_in_the_words" };
	const checked = checkSaidText(proposed.say, spoken);
	if (checked.ok) return { decision: { action: "ask", question: checked.text }, correction: null };
	if (checked.reason === "human") return ask(identity, "denial");
	const correction = checked.reason === "commitment" ? "commitment" : "unsafe_words";
	return ask(phrases.whoToReach(directory), correction);
}

function reviewEnd(proposed: ModelDecision, context: ReviewContext): Review {
	const { evidence, turns, phrases } = context;
	const refusesMore = evidence.cues.isNo && turns.at(-1)?.action === "info";
	const isEnding = (evidence.cues.isClosing || refusesMore) && evidence.clear.length === 0;
	if (!isEnding) return ask(phrases.anythingElse(), "no_reason_to_end");
	if (isLowConfidence(proposed, context)) return ask(phrases.anythingElse(), "low_confidence");
	return { decision: { action: "goodbye" }, correction: null };
}

function isLowConfidence(proposed: ModelDecision, context: ReviewContext): boolean {
	if (context.turns.at(-1)?.action === "ask") return false;
	return proposed.confidence < confidenceMin || isSpeechUnsure(context);
}

/** Asked once only: a caller on a bad line would otherwise never get through. */
function isSpeechUnsure({ speechConfidence, turns }: ReviewContext): boolean {
	return speechConfidence !== null && speechConfidence < confidenceMin && turns.at(-1)?.action !== "ask";
}

function pick(directory: readonly DirectoryEntry[], extensions: readonly string[]): DirectoryEntry[] {
	return directory.filter(({ ext }) => extensions.includes(ext));
}

function ask(question: string, correction: Correction): Review {
	return { decision: { action: "ask", question }, correction };
}
