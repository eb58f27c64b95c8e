import { guessLanguage, tellsLanguage } from "../guess-language.ts";
import { identityPhrasesIn } from "../identity/identity-phrases.ts";
import { askModels, type ChainOutcome } from "../models/model-chain.ts";
import { systemTimers } from "../models/timers.ts";
import { describeDecision, type ModelDecision, readModelDecision } from "./model-decision.ts";
import { phrasesIn } from "./phrases.ts";
import {
	decisionDeadlineMilliseconds,
	type ReceptionDecision,
	type ReceptionRequest,
	type ReceptionResult,
	turnsMax,
} from "./reception.ts";
import { writeReceptionPrompt } from "./reception-prompt.ts";
import { listSources } from "./review/list-sources.ts";
import { readEvidence } from "./review/read-evidence.ts";
import { confidenceMin, reviewDecision } from "./review/review-decision.ts";
import { answerIdentity } from "./words/answer-identity.ts";
import { cleanWords } from "./words/clean-words.ts";
import { decideByWords } from "./words/decide-by-words.ts";
import { dropUnsureGreeting } from "./words/greeting-names.ts";

/** Two spoken sentences in any language, and the braces around them. */
const answerTokensMax = 256;

/**
 * Decides the next step. A model only proposes: directory, caller's words and company's texts must confirm it.
 * Never throws: without a usable model the decision is `menu`.
 */
export async function decideReception(request: ReceptionRequest): Promise<ReceptionResult> {
	const timers = request.timers ?? systemTimers;
	const startedAt = timers.now();
	try {
		return await decide(request, startedAt);
	} catch {
		return {
			...conclude({ action: "menu", reason: "error" }, "en", timers.now() - startedAt),
			failure: "error",
		};
	}
}

async function decide(request: ReceptionRequest, startedAt: number): Promise<ReceptionResult> {
	const timers = request.timers ?? systemTimers;
	const words = cleanWords(request.words);
	const guessed = guessLanguage(words, request.turns.at(-1)?.language);
	const decideAlone = (decision: ReceptionDecision) => conclude(decision, guessed, timers.now() - startedAt);
	const sources = listSources(request);
	const { danger } = request;
	if (danger) {
		const told = decideAlone({ action: "info", answer: danger.answer });
		return { ...told, language: danger.language, danger: danger.kind };
	}
	if (request.turns.length >= turnsMax) return decideAlone({ action: "menu", reason: "turn_limit" });
	if (words === "") return decideAlone({ action: "ask", question: phrasesIn(guessed).pleaseRepeat() });
	const identity = answerIdentity(request, words);
	if (identity) return { ...decideAlone(identity.decision), language: identity.language };

	const { directory, turns } = request;
	const evidence = readEvidence(words, turns, directory);
	const isHeardWell = (request.speechConfidence ?? 1) >= confidenceMin;
	const settled = decideByWords({ words, evidence, directory, phrases: phrasesIn(guessed) });
	if (settled !== null && isHeardWell) return decideAlone(settled);

	const prompt = writeReceptionPrompt(request, words);
	const outcome = await askReceptionModels(request, prompt.messages, startedAt);
	if (!outcome.ok) {
		return {
			...decideAlone({ action: "menu", reason: outcome.failure }),
			failure: outcome.failure,
			attempts: outcome.attempts,
		};
	}
	const proposed = { ...outcome.value, say: dropUnsureGreeting(outcome.value.say, words) };
	const before = turns.at(-1)?.language;
	const language = (before && !tellsLanguage(words) ? before : proposed.language) ?? guessed;
	const { decision, correction } = reviewDecision(proposed, {
		directory,
		turns,
		evidence,
		speechConfidence: request.speechConfidence,
		spoken: { sources, instructions: prompt.instructions },
		phrases: phrasesIn(language),
		identity: identityPhrasesIn(language).spoken(request.company.name),
	});
	return {
		decision,
		danger: null,
		confidence: Math.min(proposed.confidence, request.speechConfidence ?? 1),
		language,
		model: outcome.model,
		milliseconds: timers.now() - startedAt,
		correction,
		failure: null,
		attempts: outcome.attempts,
	};
}

async function askReceptionModels(
	request: ReceptionRequest,
	messages: Parameters<typeof askModels>[0]["messages"],
	startedAt: number,
): Promise<ChainOutcome<ModelDecision>> {
	const timers = request.timers ?? systemTimers;
	const deadline = request.deadlineMilliseconds ?? decisionDeadlineMilliseconds;
	if (request.ai === null) return { ok: false, failure: "no_model", attempts: [], milliseconds: 0 };
	return askModels({
		ai: request.ai,
		models: request.models,
		messages,
		maxTokens: answerTokensMax,
		schema: describeDecision(request.directory),
		read: (answer) => readModelDecision(answer, request.directory),
		deadlineMilliseconds: deadline - (timers.now() - startedAt),
		timers,
	});
}

function conclude(decision: ReceptionDecision, language: string, milliseconds: number): ReceptionResult {
	return {
		decision,
		danger: null,
		confidence: 0,
		language,
		model: null,
		milliseconds,
		correction: null,
		failure: null,
		attempts: [],
	};
}
