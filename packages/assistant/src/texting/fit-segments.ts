import { countSegments } from "@cloudpbx/domain/segments/count-segments";

/** An answer costs as much as it has segments, and long texts are not read. */
const segmentsWanted = 2;

const lookAlikes: readonly [RegExp, string][] = [
	[/[‘’‚‛′`´]/g, "'"],
	[/[“”„‟″«»]/g, '"'],
	[/[‐‑‒–—−]/g, "-"],
	[/…/g, "..."],
	[/[\u00a0\u2000-\u200a\u202f]/g, " "],
	[/[•·]/g, "-"],
];

/**
 * The text in as few segments as it can be said in: typographic marks that would force the costlier alphabet give way
 * to plain ones, and whole sentences beyond two segments are left out. A single sentence stays whole.
 */
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
