import { expect, it } from "vitest";
import { keepNewestFirst } from "../../src/domain/keep-newest-first.ts";

const one = (id: string, minute: number) => ({ id, createdAt: `2026-11-29T17:0${minute}:00.000Z` });

it("puts a lost item back at its place", () => {
	const items = [one("c", 5), one("a", 1)];
	expect(keepNewestFirst(items, one("b", 3)).map(({ id }) => id)).toEqual(["c", "b", "a"]);
	expect(keepNewestFirst(items, one("b", 9)).map(({ id }) => id)).toEqual(["b", "c", "a"]);
	expect(keepNewestFirst(items, one("b", 0)).map(({ id }) => id)).toEqual(["c", "a", "b"]);
	expect(keepNewestFirst([], one("b", 0)).map(({ id }) => id)).toEqual(["b"]);
});

it("leaves a list alone that has it", () => {
	const items = [one("c", 5), one("a", 1)];
	expect(keepNewestFirst(items, one("a", 1))).toBe(items);
});
