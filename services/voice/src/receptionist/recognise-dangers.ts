import { mayCryForHelp } from "@cloudpbx/assistant/receptionist/words/is-noise";
import type { RecognisedDanger } from "@cloudpbx/contracts/calls/danger";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";
import { within } from "../within.ts";

const patienceMilliseconds = 1500;

/**
 * Null for a text without danger. Messaging looks: its words in six languages are a third of what this Worker would
 * have to load.
 * Without messaging every word that may be a cry for help counts as danger. Never throws.
 */
export async function recogniseDangers(
	{ messaging }: Pick<Context, "messaging">,
	texts: readonly string[],
	companyTexts: readonly string[],
): Promise<(RecognisedDanger | null)[]> {
	if (texts.every((text) => text === "")) return texts.map(() => null);
	try {
		const answer = await within(
			patienceMilliseconds,
			"messaging",
			messaging.recogniseDangers([...texts], [...companyTexts]),
		);
		if (answer.ok) return answer.value;
		log.error("danger_not_looked_for", { reason: answer.error.message });
	} catch (error) {
		log.error("danger_not_looked_for", { reason: describeError(error) });
	}
	return texts.map((text) =>
		mayCryForHelp(text) ? { kind: "unnamed", language: "en", isSure: true } : null,
	);
}
