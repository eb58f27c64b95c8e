import { expect, it } from "vitest";
import { filterCommands } from "../../src/domain/filter-commands.ts";
import { freezeOrder } from "../../src/domain/freeze-order.ts";
import { mergePages } from "../../src/domain/merge-pages.ts";

const items = (...ids: string[]) => ids.map((id) => ({ id }));

it("lays a fresh first page over the list where they meet", () => {
	const old = { items: items("c", "b", "a", "0"), nextCursor: "behind 0" };
	expect(mergePages(old, { items: items("d", "c", "b"), nextCursor: "behind b" })).toEqual({
		items: items("d", "c", "b", "a", "0"),
		nextCursor: "behind 0",
	});
});

it("leaves out what is gone from the first page", () => {
	const old = { items: items("c", "b", "a"), nextCursor: "x" };
	expect(mergePages(old, { items: items("c", "a"), nextCursor: "y" }).items).toEqual(items("c", "a"));
});

it("begins anew after a gap, and when the fresh page is all there is", () => {
	const old = { items: items("b", "a"), nextCursor: "x" };
	const far = { items: items("z", "y"), nextCursor: "behind y" };
	expect(mergePages(old, far)).toBe(far);
	const whole = { items: items("b"), nextCursor: null };
	expect(mergePages(old, whole)).toBe(whole);
	expect(mergePages(undefined, far)).toBe(far);
});

it("keeps the row that moved up on both pages only once", () => {
	const old = { items: items("c", "b", "a", "0"), nextCursor: "x" };
	const fresh = { items: items("0", "c", "b"), nextCursor: "y" };
	expect(mergePages(old, fresh).items).toEqual(items("0", "c", "b", "a"));
});

it("keeps the order while somebody is in the list, with new contents, and counts what waits", () => {
	const shown = [
		{ id: "a", text: "old" },
		{ id: "b", text: "old" },
	];
	const now = [
		{ id: "c", text: "new" },
		{ id: "b", text: "new" },
		{ id: "a", text: "old" },
	];
	expect(freezeOrder(shown, now)).toEqual({
		items: [
			{ id: "a", text: "old" },
			{ id: "b", text: "new" },
		],
		newCount: 1,
	});
});

it("shows further pages at the end, and what is gone until the list is let go", () => {
	expect(freezeOrder(items("a", "b"), items("b", "c", "d"))).toEqual({
		items: items("a", "b", "c", "d"),
		newCount: 0,
	});
	expect(freezeOrder(items("a"), items("x", "y"))).toEqual({ items: items("a"), newCount: 2 });
});

it("finds commands by beginnings of their words, without accents", () => {
	const commands = [
		{ label: "Go to Overview" },
		{ label: "Voicemail" },
		{ label: "Zoë Voss", detail: "101" },
	];
	expect(filterCommands(commands, "vo").map(({ label }) => label)).toEqual(["Voicemail", "Zoë Voss"]);
	expect(filterCommands(commands, "zoe 101")).toHaveLength(1);
	expect(filterCommands(commands, "")).toHaveLength(3);
	expect(filterCommands(commands, "iew")).toEqual([]);
});
