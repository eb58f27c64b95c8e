import type { RecognisedDanger } from "@cloudpbx/domain/danger/recognised-danger";
import { foldWords } from "@cloudpbx/domain/directory/split-words";
import { spokenDangerAnswer } from "../danger/danger-phrases.ts";
import type { CallerDanger, ReceptionRequest } from "./reception.ts";
import { listSources } from "./review/list-sources.ts";
import { readEvidence } from "./review/read-evidence.ts";

const over =
	/\b(?:false alarm|(?:im|i am|were|we are|hes|shes|theyre|its|it is|everything is|everythings) (?:fine|ok|okay|alright|all right|safe|good)|no emergency|not an emergency|(?:just )?(?:kidding|joking)|i was joking|by mistake|never ?mind|no danger|not in danger|falsa alarma|estoy bien|todo (?:esta )?bien|fausse alerte|je vais bien|tout va bien|fehlalarm|mir geht es gut|alles (?:gut|in ordnung)|falso allarme|sto bene|tutto (?:a posto|bene)|alarme falso|estou bem|tudo bem)\b/;

type Said = Pick<ReceptionRequest, "company" | "directory" | "turns" | "words">;

/** Lists the texts for `recogniseDanger`: the caller's words, oldest first, and the company's. */
export function listSaid(request: Said): { texts: string[]; companyTexts: readonly string[] } {
	return {
		texts: [...request.turns.map(({ caller }) => caller), request.words],
		companyTexts: listSources(request),
	};
}

/**
 * Finds the danger of a call's words that was not taken back; null: none. `recognised` is the result of
 * `recogniseDanger` for each text of `listSaid`.
 */
export function findCallerDanger(
	request: Said,
	recognised: readonly (RecognisedDanger | null)[],
): CallerDanger | null {
	const { directory, turns } = request;
	const { texts: said } = listSaid(request);
	for (let at = said.length - 1; at >= 0; at--) {
		const now = said[at] ?? "";
		const found = recognised[at];
		if (found) {
			return { ...found, answer: spokenDangerAnswer(found.kind, found.language) };
		}
		if (over.test(foldWords(now).join(" "))) return null;
		const { clear, cues } = readEvidence(now, turns.slice(0, at), directory);
		if (clear.length > 0 || cues.isClosing || cues.asksForVoicemail) return null;
	}
	return null;
}
