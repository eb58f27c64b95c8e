import type { SpokenWord } from "./split-words.ts";

/** How many words of one clause are read back from a name: "don't want to be put through to the" is eight. */
const REACH_WORDS = 9;

const NOT_THIS = words(
	"not isnt wasnt never forget except without than nicht kein keine keinen keiner sin pas sauf excepto salvo menos",
);
const BOTHERED = words("bother disturb interrupt molestar deranger storen disturbare incomodar");
const NOT_WISHED = words("not dont didnt doesnt wont never no ne nicht");
const WISHES = words(
	"want wanted need needed transfer connect put call send give get ring like quiero quisiera necesito pase pongas veux voudrais will mochte",
);
const SMALL_WORDS = words(
	`the a an to in for with from at of my your mr mrs ms miss el la los con de del a al zu zum zur mit dem den der die das
	herrn frau au aux avec le les l du me him her them speak talk be been put through transferred transfer connected hablar
	comunicar parler sprechen llamar extension ext number poste durchwahl interno ramal`,
);
const WHOLE_COMPANY = words("anyone anybody everyone everybody anything");

/** Whether the caller says that this word is what he does not want: "not sales", "anyone but Jane". */
export function isNegated(spoken: readonly SpokenWord[], at: number): boolean {
	for (let position = at; at - position < REACH_WORDS; position--) {
		const text = spoken[position - 1]?.text;
		if (text === undefined || spoken[position]?.startsClause) return false;
		const before = spoken[position - 2]?.text ?? "";
		if (NOT_THIS.has(text)) return true;
		if (BOTHERED.has(text)) return true;
		if (text === "of" && before === "instead") return true;
		if (text === "mind" && before === "never") return true;
		if (text === "but" && WHOLE_COMPANY.has(before)) return true;
		if (WISHES.has(text) && (NOT_WISHED.has(before) || !SMALL_WORDS.has(text))) return NOT_WISHED.has(before);
		if (!SMALL_WORDS.has(text)) return false;
	}
	return false;
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}
