import type { SpokenWord } from "./split-words.ts";

const correction =
	/\b(?:no wait|wait no|no sorry|sorry no|no no|i mean|i meant|or rather|make that|scratch that|strike that|no actually|on second thought|no perdon|mejor dicho|quiero decir|non pardon|je veux dire|ou plutot|nein warte|ich meine|ich meinte|beziehungsweise besser|anzi|voglio dire|quero dizer|ou melhor)\b/g;

/** Returns the position after the last correction ("shipping, no wait, sales"); Infinity without one. */
export function getCorrectionEnd(words: readonly SpokenWord[]): number {
	const text = words.map((word) => word.text).join(" ");
	const last = [...text.matchAll(correction)].at(-1);
	return last === undefined
		? Number.POSITIVE_INFINITY
		: text.slice(0, last.index + last[0].length).split(" ").length;
}
