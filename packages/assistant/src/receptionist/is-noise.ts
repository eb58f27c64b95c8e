import { foldWords } from "@cloudpbx/domain/directory/split-words";

const SOUNDS = new Set(
	"uh um uhm er erm ah eh oh hm hmm hmmm mm mmm mhm huh ha haha ooh aah ok okay so well and the a i it you but eh euh ahm ahem ugh shh psst wow".split(
		" ",
	),
);

/** Whether words say nothing: sounds of thinking, single letters, what a recogniser makes of traffic. */
export function isNoise(words: string): boolean {
	return foldWords(words).every((word) => SOUNDS.has(word) || (word.length === 1 && !/\d/.test(word)));
}
