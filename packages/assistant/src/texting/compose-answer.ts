import type { TextsWish } from "@cloudpbx/domain/opt-out/read-wish";
import { guessLanguage } from "../guess-language.ts";
import { askModels } from "../model-chain.ts";
import { checkSpokenText } from "../receptionist/check-spoken-text.ts";
import { recogniseEmergency } from "../receptionist/recognise-emergency.ts";
import { systemTimers } from "../timers.ts";
import { fitSegments } from "./fit-segments.ts";
import { readTextingAnswer, type TextingAnswer, texting } from "./model-answer.ts";
import { asksForPerson, isComplaint } from "./read-text-cues.ts";
import { readTextsWish } from "./read-texts-wish.ts";
import { withStopHint } from "./stop-hint.ts";
import {
	ANSWER_DEADLINE_MILLISECONDS,
	type HandoverReason,
	type TextingRequest,
	type TextingResult,
	UNSURE_MAX,
} from "./texting.ts";
import { textingPhrasesIn } from "./texting-phrases.ts";
import { writeTextingPrompt } from "./texting-prompt.ts";
import { type WantsNoTexts, weighConsent } from "./weigh-consent.ts";

/** Two sentences in any language, and the braces around them. */
const ANSWER_TOKENS_MAX = 400;

/**
 * What is written back to a contact. A model's words go out only when they hold nothing that neither the company nor the
 * contact has written; emergencies, complaints and the wish for a person need no model. The model is also the second reader of
 * opt-outs (weigh-consent.ts). Never throws.
 */
export async function composeAnswer(request: TextingRequest): Promise<TextingResult> {
	try {
		return await compose(request);
	} catch {
		return { kind: "failed", failure: "error", attempts: [] };
	}
}

async function compose(request: TextingRequest): Promise<TextingResult> {
	const asked = lastWords(request);
	const ownTexts = companyTexts(request);
	const language = guessLanguage(asked);
	const handOver = (reason: HandoverReason): Said => ({
		kind: "handover",
		reason,
		text: textingPhrasesIn(language).handover[reason],
		language,
		model: null,
		attempts: [],
	});
	if (recogniseEmergency(asked, ownTexts)) return { ...handOver("emergency"), mayWantNoTexts: false };
	const wish = readTextsWish(request);
	const handover = isComplaint(asked, ownTexts)
		? handOver("complaint")
		: asksForPerson(asked)
			? handOver("asked_for_person")
			: null;
	// What may be an opt-out as well is read by the model first.
	if (handover && wish !== "doubtful") return finish(handover, asked, wish, null);

	const prompt = writeTextingPrompt(request);
	const outcome = await askModels({
		ai: request.ai,
		models: request.models,
		messages: prompt.messages,
		maxTokens: ANSWER_TOKENS_MAX,
		schema: texting,
		read: readTextingAnswer,
		deadlineMilliseconds: request.deadlineMilliseconds ?? ANSWER_DEADLINE_MILLISECONDS,
		timers: request.timers ?? systemTimers,
	});
	if (!outcome.ok) {
		if (handover) return finish({ ...handover, attempts: outcome.attempts }, asked, wish, null);
		return { kind: "failed", failure: outcome.failure, attempts: outcome.attempts };
	}
	const { wantsNoTexts } = outcome.value;
	const said =
		handover ??
		review(outcome.value, request, {
			// What the contact told us himself may be told back to him.
			sources: [...ownTexts, ...contactTexts(request)],
			instructions: prompt.instructions,
			language: outcome.value.language ?? language,
			model: outcome.model,
			attempts: outcome.attempts,
		});
	return finish({ ...said, model: outcome.model, attempts: outcome.attempts }, asked, wish, wantsNoTexts);
}

type Answered = Extract<TextingResult, { kind: "answer" | "handover" }>;
type WithoutDoubt<Result> = Result extends Answered ? Omit<Result, "mayWantNoTexts"> : never;
/** An answer before anybody has asked whether it may be sent to somebody who wants no texts. */
type Said = WithoutDoubt<Answered>;

/** The answer with what rules and model make of the wish for no more texts. */
function finish(said: Said, asked: string, wish: TextsWish, model: WantsNoTexts | null): TextingResult {
	const verdict = weighConsent(wish, model);
	if (verdict === "opt_out") return { kind: "opt_out", model: said.model, attempts: said.attempts };
	if (verdict === "none") return { ...said, mayWantNoTexts: false };
	return { ...said, text: withStopHint(said.text, asked, said.language), mayWantNoTexts: true };
}

interface ReviewContext {
	sources: string[];
	instructions: string;
	language: string;
	model: string;
	attempts: TextingResult["attempts"];
}

/** A model's answer as it may be sent. */
function review(answer: TextingAnswer, request: TextingRequest, context: ReviewContext): Said {
	const { language, model, attempts } = context;
	const phrases = textingPhrasesIn(language);
	const handOver = (reason: HandoverReason): Said => ({
		kind: "handover",
		reason,
		text: phrases.handover[reason],
		language,
		model,
		attempts,
	});
	if (answer.needsPerson) return handOver("asked_for_person");
	const checked = checkSpokenText(answer.reply, context);
	const isUnsure = answer.isUnsure || !checked.ok;
	if (isUnsure && request.unsureBefore + 1 >= UNSURE_MAX) return handOver("unsure");
	const text = checked.ok
		? fitSegments(checked.text)
		: checked.reason === "ungrounded_answer"
			? phrases.notKnown
			: phrases.notPossible;
	return { kind: "answer", text, isUnsure, language, model, attempts };
}

/** Everything since the company last wrote. */
function lastWords({ turns }: TextingRequest): string {
	const from = turns.findLastIndex(({ by }) => by === "company") + 1;
	return turns
		.slice(from)
		.map(({ text }) => text)
		.join("\n");
}

function contactTexts({ turns }: TextingRequest): string[] {
	return turns.filter(({ by }) => by === "contact").map(({ text }) => text);
}

function companyTexts({ company, directory }: TextingRequest): string[] {
	return [
		company.name,
		company.hoursText,
		company.factsText,
		...directory.map(({ name, department }) => `${name} ${department ?? ""}`),
	];
}
