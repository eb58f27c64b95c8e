import { countSegments } from "@cloudpbx/domain/segments/count-segments";

const segmentsWanted = 2;

const lookAlikes: readonly [RegExp, string][] = [
	[/[‘’‚‛′`´]/g, "'"],
	[/[“”„‟″«»]/g, '"'],
	[/[‐‑‒–—−]/g, "-"],
	[/…/g, "..."],
	[/[\u00a0\u2000-\u200a\u202f]/g, " "],
	[/[•·]/g, "-"],
];

/** Fits a text into two segments: plain marks, whole sentences dropped. One sentence stays whole. */
export function fitSegments(text: string): string {
	const plain = lookAlikes.reduce((words, [mark, simple]) => words.replace(mark, simple), text);
	let kept = plain;
	while (countSegments(kept).segments > segmentsWanted) {
		const shorter = /^([\s\S]*[.!?。！？])\s+\S[\s\S]*$/.exec(kept)?.[1];
		if (shorter === undefined) break;
		kept = shorter;
	}
	return kept.trim();
}
