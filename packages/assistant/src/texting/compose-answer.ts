import type { TextsWish } from "@cloudpbx/domain/opt-out/read-wish";
import { textedDangerAnswer } from "../danger/danger-phrases.ts";
import { checkSaidText } from "../guards/check-said-text.ts";
import { guessLanguage } from "../guess-language.ts";
import { findIdentityQuestion } from "../identity/find-identity-question.ts";
import { identityPhrasesIn } from "../identity/identity-phrases.ts";
import { askModels } from "../models/model-chain.ts";
import { systemTimers } from "../models/timers.ts";
import { cleanWords } from "../receptionist/words/clean-words.ts";
import { companyTexts } from "./company-texts.ts";
import { findTexterDanger } from "./find-texter-danger.ts";
import { fitSegments } from "./fit-segments.ts";
import { joinLastWords } from "./last-words.ts";
import { readTextingAnswer, type TextingAnswer, texting } from "./model-answer.ts";
import { asksForPerson, isComplaint } from "./read-text-cues.ts";
import { readTextsWish } from "./read-texts-wish.ts";
import { withStopHint } from "./stop-hint.ts";
import {
	answerDeadlineMilliseconds,
	type HandoverReason,
	type TextingRequest,
	type TextingResult,
	unsureMax,
} from "./texting.ts";
import { textingPhrasesIn } from "./texting-phrases.ts";
import { writeTextingPrompt } from "./texting-prompt.ts";
import { type WantsNoTexts, weighConsent } from "./weigh-consent.ts";

/** Two sentences in any language, and the braces around them. */
const answerTokensMax = 400;

/**
 * Composes an answer to a contact. A model's words must be grounded in the company's or the contact's; emergencies,
 * complaints and handovers need no model. The model is also the second reader of opt-outs (weigh-consent.ts). Never
 * throws.
 */
export async function composeAnswer(request: TextingRequest): Promise<TextingResult> {
	try {
		return await compose(request);
	} catch {
		return { kind: "failed", failure: "error", attempts: [] };
	}
}

async function compose(request: TextingRequest): Promise<TextingResult> {
	const asked = joinLastWords(request.turns);
	const ownTexts = companyTexts(request);
	const language = guessLanguage(asked);
	const handOver = (reason: Exclude<HandoverReason, "emergency">): Said => ({
		kind: "handover",
		reason,
		text: textingPhrasesIn(language).handover[reason],
		language,
		model: null,
		attempts: [],
	});
	const danger = findTexterDanger(request);
	if (danger) {
		const text = textedDangerAnswer(danger.kind, danger.language);
		const told = { text, language: danger.language, model: null, attempts: [], mayWantNoTexts: false };
		return { kind: "handover", reason: "emergency", ...told };
	}
	const wish = readTextsWish(request);
	const question = findIdentityQuestion(asked);
	const wantsPerson = asksForPerson(question?.rest ?? asked) || (question !== null && askedBefore(request));
	const handover = isComplaint(asked, ownTexts)
		? handOver("complaint")
		: wantsPerson
			? handOver("asked_for_person")
			: null;
	if (handover && wish !== "doubtful") return finish(handover, asked, wish, null);
	if (question && !handover && wish !== "doubtful") {
		const text = identityPhrasesIn(question.language).texted(cleanWords(request.company.name));
		const told: Said = {
			kind: "answer",
			text,
			isUnsure: false,
			language: question.language,
			model: null,
			attempts: [],
		};
		return finish(told, asked, wish, null);
	}

	const prompt = writeTextingPrompt(request);
	const outcome = await askModels({
		ai: request.ai,
		models: request.models,
		messages: prompt.messages,
		maxTokens: answerTokensMax,
		schema: texting,
		read: readTextingAnswer,
		deadlineMilliseconds: request.deadlineMilliseconds ?? answerDeadlineMilliseconds,
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
			// The contact's own facts may be repeated.
			sources: [...ownTexts, ...contactTexts(request)],
			// The contact's words ground no promise.
			promises: ownTexts,
			instructions: prompt.instructions,
			language: outcome.value.language ?? language,
			model: outcome.model,
			attempts: outcome.attempts,
		});
	return finish({ ...said, model: outcome.model, attempts: outcome.attempts }, asked, wish, wantsNoTexts);
}

type Answered = Extract<TextingResult, { kind: "answer" | "handover" }>;
type WithoutDoubt<Result> = Result extends Answered ? Omit<Result, "mayWantNoTexts"> : never;
type Said = WithoutDoubt<Answered>;

function finish(said: Said, asked: string, wish: TextsWish, model: WantsNoTexts | null): TextingResult {
	const verdict = weighConsent(wish, model);
	if (verdict === "opt_out") return { kind: "opt_out", model: said.model, attempts: said.attempts };
	if (verdict === "none") return { ...said, mayWantNoTexts: false };
	return { ...said, text: withStopHint(said.text, asked, said.language), mayWantNoTexts: true };
}

interface ReviewContext {
	sources: string[];
	promises: string[];
	instructions: string;
	language: string;
	model: string;
	attempts: TextingResult["attempts"];
}

function review(answer: TextingAnswer, request: TextingRequest, context: ReviewContext): Said {
	const { language, model, attempts } = context;
	const phrases = textingPhrasesIn(language);
	const handOver = (reason: Exclude<HandoverReason, "emergency">): Said => ({
		kind: "handover",
		reason,
		text: phrases.handover[reason],
		language,
		model,
		attempts,
	});
	if (answer.needsPerson) return handOver("asked_for_person");
	const checked = checkSaidText(answer.reply, context);
	if (!checked.ok && checked.reason === "commitment") return handOver("unsure");
	if (!checked.ok && checked.reason === "human") {
		const text = identityPhrasesIn(language).texted(cleanWords(request.company.name));
		return { kind: "answer", text, isUnsure: false, language, model, attempts };
	}
	const isUnsure = answer.isUnsure || !checked.ok;
	if (isUnsure && request.unsureBefore + 1 >= unsureMax) return handOver("unsure");
	const text = checked.ok
		? fitSegments(checked.text)
		: checked.reason === "ungrounded_answer"
			? phrases.notKnown
			: phrases.notPossible;
	return { kind: "answer", text, isUnsure, language, model, attempts };
}

/** True when the identity question came before the company's last text. */
function askedBefore({ turns }: TextingRequest): boolean {
	const until = turns.findLastIndex(({ by }) => by === "company");
	return turns
		.slice(0, until + 1)
		.some(({ by, text }) => by === "contact" && findIdentityQuestion(text) !== null);
}

function contactTexts({ turns }: TextingRequest): string[] {
	return turns.filter(({ by }) => by === "contact").map(({ text }) => text);
}
