import { foldWords } from "@cloudpbx/domain/directory/split-words";

const IN_DANGER =
	/\b(?:911|nine one one|nine eleven|ambulance|ambulancia|krankenwagen|notarzt|paramedics?|heart attack|overdos(?:e|ed|ing)|kill (?:myself|himself|herself|themselves)|cant breathe|cannot breathe|(?:not|isnt|stopped) breathing|bleeding (?:badly|out|heavily|to death)|unconscious|(?:is|are|were|was) dying|(?:is|are|its) on fire|theres a fire|there is a fire|hay un incendio|infarto|police right now|call the police|llam\w* a la policia|ruf\w* die polizei|il y a le feu|es brennt)\b/;

/**
 * Whether the caller needs the emergency services, which this line cannot call. Only clear words, and none that the
 * company itself uses: an ambulance service's callers say "ambulance" all day.
 */
export function recogniseEmergency(utterance: string, companyTexts: readonly string[]): boolean {
	const found = IN_DANGER.exec(foldWords(utterance).join(" "))?.[0];
	if (found === undefined) return false;
	return !foldWords(companyTexts.join(" ")).join(" ").includes(found);
}
