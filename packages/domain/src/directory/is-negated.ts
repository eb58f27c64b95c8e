import type { SpokenWord } from "./split-words.ts";

const reachWords = 9;

const notThis = words(
	"not isnt wasnt never forget except without than nicht kein keine keinen keiner sin pas sauf excepto salvo menos",
);
const bothered = words("bother disturb interrupt molestar deranger storen disturbare incomodar");
const notWished = words("not dont didnt doesnt wont never no ne nicht");
const wishes = words(
	"want wanted need needed transfer connect put call send give get ring like quiero quisiera necesito pase pongas veux voudrais will mochte",
);
const smallWords = words(
	`the a an to in for with from at of my your mr mrs ms miss el la los con de del a al zu zum zur mit dem den der die das
	herrn frau au aux avec le les l du me him her them speak talk be been put through transferred transfer connected hablar
	comunicar parler sprechen llamar extension ext number poste durchwahl interno ramal`,
);
const wholeCompany = words("anyone anybody everyone everybody anything");

/** True when the caller rules this word out: "not sales", "anyone but Jane". */
export function isNegated(spoken: readonly SpokenWord[], at: number): boolean {
	for (let position = at; at - position < reachWords; position--) {
		const text = spoken[position - 1]?.text;
		if (text === undefined || spoken[position]?.startsClause) return false;
		const before = spoken[position - 2]?.text ?? "";
		if (notThis.has(text)) return true;
		if (bothered.has(text)) return true;
		if (text === "of" && before === "instead") return true;
		if (text === "mind" && before === "never") return true;
		if (text === "but" && wholeCompany.has(before)) return true;
		if (wishes.has(text) && (notWished.has(before) || !smallWords.has(text))) return notWished.has(before);
		if (!smallWords.has(text)) return false;
	}
	return false;
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}
