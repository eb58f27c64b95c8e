import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { AvailableNumber, SearchNumbers } from "@cloudpbx/contracts/extensions/numbers";
import { checkAreaCode } from "@cloudpbx/domain/numbering/check-area-code";
import { searchNumbers } from "@cloudpbx/twilio/rest/search-numbers";
import { explainProblem } from "../carrier/explain-problem.ts";
import type { Context } from "../context.ts";

const countMax = 30;

export async function searchAvailableNumbers(
	{ carrier, country }: Context,
	{ kind, areaCode, contains }: SearchNumbers,
): Promise<Result<AvailableNumber[]>> {
	const objection = kind === "local" && areaCode ? checkAreaCode(areaCode, country) : null;
	if (objection) return refuse("bad_input", `areaCode: ${objection}`);
	const found = await searchNumbers(carrier, { country, kind, areaCode, contains, countMax });
	return found.ok ? accept(found.value) : { ok: false, error: explainProblem(found.problem) };
}
