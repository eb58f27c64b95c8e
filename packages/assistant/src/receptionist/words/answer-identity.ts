import { foldWords } from "@cloudpbx/domain/directory/split-words";
import { findIdentityQuestion } from "../../identity/find-identity-question.ts";
import { identityPhrasesIn } from "../../identity/identity-phrases.ts";
import { phrasesIn } from "../phrases.ts";
import type { ReceptionDecision, ReceptionRequest } from "../reception.ts";
import { findOperator } from "./find-operator.ts";
import { readSpeechCues } from "./speech-cues.ts";

const yesAlone =
	/^(?:yes|yeah|yep|sure|ok|okay|please|please do|si|claro|por favor|oui|s il vous plait|ja|bitte|gerne|certo|per favore|sim|quero|do that|that would be (?:nice|great|good)|(?: ))+$/;

/** Answers the question whether a human speaks; asked again, it leads to a person. Null: not asked. */
export function answerIdentity(
	request: Pick<ReceptionRequest, "company" | "directory" | "turns">,
	words: string,
): { decision: ReceptionDecision; language: string } | null {
	const { company, directory, turns } = request;
	const question = findIdentityQuestion(words);
	const asked = turns.map(({ caller }) => findIdentityQuestion(caller));
	if (question === null) {
		const offered = asked.at(-1);
		if (!offered || !yesAlone.test(foldWords(words).join(" "))) return null;
		return { decision: reachPerson(request, offered.language), language: offered.language };
	}
	const { language, rest } = question;
	const { asksForPerson, takesAnybody } = readSpeechCues(rest);
	if (directory.length > 0 && (asksForPerson || takesAnybody || asked.some((one) => one !== null)))
		return { decision: reachPerson(request, language), language };
	return {
		decision: { action: "ask", question: identityPhrasesIn(language).spoken(company.name) },
		language,
	};
}

function reachPerson(
	{ directory, turns }: Pick<ReceptionRequest, "directory" | "turns">,
	language: string,
): ReceptionDecision {
	const question = phrasesIn(language).whoToReach(directory);
	const wasAsked = turns.some(({ receptionist }) => receptionist === question);
	const person = findOperator(directory) ?? (wasAsked ? directory[0] : undefined);
	return person ? { action: "transfer", extension: person.ext } : { action: "ask", question };
}
