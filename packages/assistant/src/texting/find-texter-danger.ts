import { recogniseDanger } from "@cloudpbx/domain/danger/recognise-danger";
import type { RecognisedDanger } from "@cloudpbx/domain/danger/recognised-danger";
import { companyTexts } from "./company-texts.ts";
import { joinLastWords } from "./last-words.ts";
import type { TextingRequest } from "./texting.ts";

/** Finds danger since the company's last text, without a model; null: none. */
export function findTexterDanger(
	request: Pick<TextingRequest, "company" | "directory" | "turns">,
): RecognisedDanger | null {
	return recogniseDanger(joinLastWords(request.turns), companyTexts(request));
}
