import type { TimelineItem } from "@cloudpbx/contracts/api/timeline";
import { type TimelineKind, timelineKinds } from "@cloudpbx/contracts/words/timeline-kinds";

/** Where a row stands in the timeline: newest first; at the same instant by kind, and of one kind the larger key first. */
export interface TimelinePlace {
	/** Milliseconds since 1970. */
	at: number;
	kind: TimelineKind;
	/** Of messages and consent the number of the row, of all others its id. */
	key: number | string;
}

export interface PlacedItem {
	place: TimelinePlace;
	item: TimelineItem;
}

/** One kind's rows in their order. `end`: where looking for more of them ended; null: there are no more. */
export interface TimelineSource {
	rows: readonly PlacedItem[];
	end: TimelinePlace | null;
}

export interface MergedTimeline {
	items: TimelineItem[];
	/** Where the next page begins behind; null on the last one. */
	last: TimelinePlace | null;
}

/**
 * One page of several sources. It goes no further than the first source that was not read to its end, so nothing is left out; then it
 * may be shorter than `limit`.
 */
export function mergeTimeline(sources: readonly TimelineSource[], limit: number): MergedTimeline {
	const [horizon = null] = sources.flatMap(({ end }) => end ?? []).sort(comparePlaces);
	const rows = sources
		.flatMap((source) => source.rows)
		.filter(({ place }) => horizon === null || comparePlaces(place, horizon) <= 0)
		.sort((one, other) => comparePlaces(one.place, other.place));
	const page = rows.slice(0, limit);
	return {
		items: page.map(({ item }) => item),
		last: rows.length > limit ? (page.at(-1)?.place ?? null) : horizon,
	};
}

/** Below 0: the first one comes first. */
function comparePlaces(one: TimelinePlace, other: TimelinePlace): number {
	if (one.at !== other.at) return other.at - one.at;
	const kinds = timelineKinds.indexOf(one.kind) - timelineKinds.indexOf(other.kind);
	if (kinds !== 0) return kinds;
	return one.key === other.key ? 0 : one.key > other.key ? -1 : 1;
}
