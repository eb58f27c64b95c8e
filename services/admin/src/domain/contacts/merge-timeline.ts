import type { TimelineItem } from "@cloudpbx/contracts/api/timeline";
import { type TimelineKind, timelineKinds } from "@cloudpbx/contracts/words/timeline-kinds";

/** Position in the timeline: newest first, then by kind, then by descending key. */
export interface TimelinePlace {
	at: number;
	kind: TimelineKind;
	/** Row number for messages and consent, id for all others. */
	key: number | string;
}

export interface PlacedItem {
	place: TimelinePlace;
	item: TimelineItem;
}

/** Rows of one kind in order. `end` is the place where reading stopped; null when there are no more rows. */
export interface TimelineSource {
	rows: readonly PlacedItem[];
	end: TimelinePlace | null;
}

export interface MergedTimeline {
	items: TimelineItem[];
	/** The next page begins after this place; null on the last page. */
	last: TimelinePlace | null;
}

/** Ends at the first source that was not read to its end, so a page may be shorter than `limit`. */
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

/** Negative when the first one comes first. */
function comparePlaces(one: TimelinePlace, other: TimelinePlace): number {
	if (one.at !== other.at) return other.at - one.at;
	const kinds = timelineKinds.indexOf(one.kind) - timelineKinds.indexOf(other.kind);
	if (kinds !== 0) return kinds;
	return one.key === other.key ? 0 : one.key > other.key ? -1 : 1;
}
