import type { SpokenWord } from "./split-words.ts";

const PAST_TALK = words(
	"talked spoke spoken met emailed texted messaged hable hablado hablamos gesprochen parle telefoniert",
);
const TALKED_AFTER = words(
	"told said says called emailed texted promised sent gave asked dijo llamo sagte rief",
);
const SMALL_WORDS = words("to with mr mrs ms miss doctor dr con el la mit herrn herr frau avec a");
const INTRODUCTIONS: readonly (readonly string[])[] = [
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
];

/**
 * Whether a name is told and not wished for: the caller's own ("my name is Jane"), or somebody's whom he has spoken with
 * before ("I talked to Sam yesterday", "Sam told me").
 */
export function isAside(spoken: readonly SpokenWord[], at: number, length: number): boolean {
	if (TALKED_AFTER.has(spoken[at + length]?.text ?? "")) return true;
	let before = at;
	while (SMALL_WORDS.has(spoken[before - 1]?.text ?? "")) before--;
	if (PAST_TALK.has(spoken[before - 1]?.text ?? "")) return true;
	return INTRODUCTIONS.some((introduction) =>
		introduction.every((word, index) => spoken[at - introduction.length + index]?.text === word),
	);
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}
