import { foldWords } from "@cloudpbx/domain/directory/split-words";

const sounds = new Set(
	"uh um uhm er erm ah eh oh hm hmm hmmm mm mmm mhm huh ha haha ooh aah ok okay so well and the a i it you but eh euh ahm ahem ugh shh psst wow".split(
		" ",
	),
);

/** True for words without meaning: fillers, single letters, traffic noise. */
export function isNoise(words: string): boolean {
	return foldWords(words).every((word) => sounds.has(word) || (word.length === 1 && !/\d/.test(word)));
}

const cries =
	/\b(?:help|911|112|emergency|ambulance|police|fire|gas|die|dying|dead|kill|suicide|blood|bleeding|gun|knife|shot|stabbed|breathe|breathing|overdose|ayuda|socorro|emergencia|morir|matar|secours|urgence|mourir|hilfe|notfall|sterben|umbringen|aiuto|emergenza|morire|ajuda|morrer)\b/;

/** True for a possible cry for help, whatever the recogniser's confidence. */
export function mayCryForHelp(words: string): boolean {
	return cries.test(foldWords(words).join(" "));
}
