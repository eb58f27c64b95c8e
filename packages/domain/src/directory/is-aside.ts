import type { SpokenWord } from "./split-words.ts";

const pastTalk = words(
	"talked spoke spoken met emailed texted messaged hable hablado hablamos gesprochen parle telefoniert",
);
const talkedAfter = words(
	"told said says called emailed texted promised sent gave asked dijo llamo sagte rief",
);
const firmAfter = words(
	"sons brothers bros associates partners co inc llc ltd corp corporation company plumbing electric consulting law gmbh",
);
const smallWords = words("to with mr mrs ms miss doctor dr con el la mit herrn herr frau avec a");
const introductions: readonly (readonly string[])[] = [
	["my", "name", "is"],
	["my", "names"],
	["name", "is"],
	["this", "is"],
	["i", "am"],
	["im"],
	["me", "llamo"],
	["mi", "nombre", "es"],
	["soy"],
	["ich", "bin"],
	["ich", "heisse"],
	["mein", "name", "ist"],
	["je", "mappelle"],
	["je", "suis"],
	["mi", "chiamo"],
	["sono"],
	["sou"],
	["hier", "ist"],
	["calling", "from"],
	["im", "from"],
	["im", "with"],
	["here", "from"],
];
/** Between an introduction and its name: "this is the office of Doctor Shah". */
const officeWords = words(
	"doctor dr mr mrs ms miss the a an office offices of from at accounting assistant secretary manager front desk department clinic firm frau herr der die das vom senor senora monsieur madame",
);

/** True when a name is mentioned, not wanted: the caller's own, or an earlier contact's ("Sam told me"). */
export function isAside(spoken: readonly SpokenWord[], at: number, length: number): boolean {
	if (talkedAfter.has(spoken[at + length]?.text ?? "")) return true;
	let before = at;
	while (smallWords.has(spoken[before - 1]?.text ?? "")) before--;
	if (pastTalk.has(spoken[before - 1]?.text ?? "")) return true;
	const after = spoken[at + length]?.text ?? "";
	if (firmAfter.has(after) || (after === "and" && firmAfter.has(spoken[at + length + 1]?.text ?? "")))
		return true;
	let start = at;
	while (officeWords.has(spoken[start - 1]?.text ?? "") && !spoken[start]?.startsClause) start--;
	return [start, at].some((end) =>
		introductions.some((introduction) =>
			introduction.every((word, index) => spoken[end - introduction.length + index]?.text === word),
		),
	);
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}
