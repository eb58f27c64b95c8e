/**
 * Runs the evaluation set and prints accuracy by category. Uses the simulator's stand-in, or Workers AI when
 * CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN are set.
 */

import type { AiBinding } from "@cloudpbx/assistant/models/ai-binding";
import { listModels } from "@cloudpbx/assistant/models/list-models";
import { decideReception } from "@cloudpbx/assistant/receptionist/decide-reception";
import { findCallerDanger, listSaid } from "@cloudpbx/assistant/receptionist/find-caller-danger";
import { recogniseDanger } from "@cloudpbx/domain/danger/recognise-danger";
import { companies } from "./companies.ts";
import { type Judged, judge } from "./judge.ts";
import { printReport } from "./report.ts";
import { createRestBinding } from "./rest-binding.ts";
import { createStandIn } from "./stand-in.ts";
import { attacks } from "./utterances/attacks.ts";
import { conversations } from "./utterances/conversations.ts";
import { danger } from "./utterances/danger.ts";
import { fresh } from "./utterances/fresh.ts";
import { heldOut } from "./utterances/held-out.ts";
import { identity } from "./utterances/identity.ts";
import { otherLanguages } from "./utterances/other-languages.ts";
import { questions } from "./utterances/questions.ts";
import { spokenNumbers } from "./utterances/spoken-numbers.ts";
import { tuning } from "./utterances/tuning.ts";
import { wishUtterances } from "./utterances/wishes.ts";

const accuracyMin = 0.9;
const defaultModels = {
	AI_MODEL: "@cf/zai-org/glm-4.7-flash",
	AI_FALLBACK_MODELS: "@cf/google/gemma-4-26b-a4b-it,@cf/meta/llama-3.3-70b-instruct-fp8-fast",
};

const { CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN, AI_MODEL, AI_FALLBACK_MODELS } = process.env;
const isReal = Boolean(CLOUDFLARE_ACCOUNT_ID && CLOUDFLARE_API_TOKEN);
const ai: AiBinding = isReal
	? createRestBinding(CLOUDFLARE_ACCOUNT_ID ?? "", CLOUDFLARE_API_TOKEN ?? "")
	: createStandIn();
const models = listModels(
	AI_MODEL ? { AI_MODEL, ...(AI_FALLBACK_MODELS && { AI_FALLBACK_MODELS }) } : defaultModels,
);

const judged: Judged[] = [];
for (const categories of [
	wishUtterances,
	questions,
	otherLanguages,
	attacks,
	conversations,
	danger,
	identity,
	fresh,
	spokenNumbers,
	tuning,
	heldOut,
]) {
	for (const [category, utterances] of Object.entries(categories)) {
		for (const utterance of utterances) {
			const said = {
				...companies[utterance.company],
				turns: utterance.turns ?? [],
				words: utterance.says,
			};
			const { texts, companyTexts } = listSaid(said);
			const recognised = texts.map((text) => recogniseDanger(text, companyTexts));
			const result = await decideReception({
				...said,
				danger: findCallerDanger(said, recognised),
				speechConfidence: utterance.speechConfidence ?? null,
				models,
				ai,
			});
			judged.push({ category, utterance, result, verdict: judge(utterance, result.decision) });
		}
	}
}

const source = isReal ? "Workers AI" : "the simulator's stand-in (rules, not a language model)";
const { accuracy, wrongTransfers } = printReport(judged, {
	source,
	models,
	isVerbose: process.argv.includes("--all"),
});
if (wrongTransfers > 0 || accuracy < accuracyMin) {
	console.log(`Not good enough: at least ${accuracyMin * 100} % right and no wrong transfer are asked for.`);
	process.exitCode = 1;
}
