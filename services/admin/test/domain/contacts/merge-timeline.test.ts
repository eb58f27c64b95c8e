import { expect, it } from "vitest";
import {
	mergeTimeline,
	type TimelinePlace,
	type TimelineSource,
} from "../../../src/domain/contacts/merge-timeline.ts";

const row = (at: number, kind: TimelinePlace["kind"], key: number | string) => ({
	place: { at, kind, key },
	item: { kind, at: String(at), id: String(key) } as never,
});

const source = (rows: ReturnType<typeof row>[], isWhole: boolean): TimelineSource => ({
	rows,
	end: isWhole ? null : (rows.at(-1)?.place ?? null),
});

const keysOf = (items: readonly unknown[]) => items.map((item) => (item as { id: string }).id);

it("puts the newest first, and at one instant the kinds in their order and larger keys first", () => {
	const texts = source([row(5, "message", 9), row(5, "message", 8), row(1, "message", 2)], true);
	const calls = source([row(7, "call", "a"), row(5, "call", "b")], true);
	const { items, last } = mergeTimeline([calls, texts], 10);
	expect(keysOf(items)).toEqual(["a", "9", "8", "b", "2"]);
	expect(last).toBeNull();
});

it("goes no further than the source that was not read to its end", () => {
	const texts = source([row(5, "message", 9), row(4, "message", 8)], false);
	const calls = source([row(7, "call", "a"), row(2, "call", "b")], true);
	const { items, last } = mergeTimeline([calls, texts], 10);
	expect(keysOf(items)).toEqual(["a", "9", "8"]);
	expect(last).toEqual({ at: 4, kind: "message", key: 8 });
});

it("ends a full page behind its last row", () => {
	const texts = source([row(5, "message", 9), row(4, "message", 8)], true);
	const { items, last } = mergeTimeline([texts], 1);
	expect(keysOf(items)).toEqual(["9"]);
	expect(last).toEqual({ at: 5, kind: "message", key: 9 });
});

it("is empty without rows", () => {
	expect(mergeTimeline([source([], true)], 5)).toEqual({ items: [], last: null });
});
