import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plannedMilliseconds, SlotBook } from "../../src/pacing/slot-book.ts";

function most(instants: readonly number[]): number {
	return Math.max(
		...instants.map((from) => instants.filter((at) => at >= from && at < from + 10_000).length),
	);
}

function takeAll(book: SlotBook, lengths: readonly number[], start = 0): number[] {
	return lengths.map((length) => book.take(length, start).at);
}

describe("the book of slots", () => {
	it.each([100, 250, 1000, 4000])("puts texts of %i ms one behind the other", (length) => {
		const book = SlotBook.full(50_000, length);
		const instants = takeAll(
			book,
			Array.from({ length: 300 }, () => length),
			50_000,
		);
		expect(instants[0]).toBe(50_000);
		const share = (299 * length) / ((instants.at(-1) ?? 0) - 50_000);
		expect(share).toBeGreaterThan(0.96);
		expect(share).toBeLessThan(0.97);
		expect(most(instants)).toBeLessThanOrEqual(Math.ceil(10_000 / length));
	});

	it("lets a text that is longer than ten seconds wait for the one before", () => {
		const book = new SlotBook([]);
		expect(takeAll(book, [20_000, 20_000, 20_000], 1000)).toEqual([1000, 21_725, 42_450]);
	});

	it("makes up for a stall without more than ten seconds' worth in any ten seconds", () => {
		const book = SlotBook.full(0, 100);
		const before = takeAll(
			book,
			Array.from({ length: 20 }, () => 100),
		);
		const after = takeAll(
			book,
			Array.from({ length: 400 }, () => 100),
			5000,
		);
		const instants = [...before, ...after];
		expect(most(instants)).toBeLessThanOrEqual(100);
		expect(instants.at(-1)).toBeLessThan(419 * plannedMilliseconds(100) + 200);
	});

	it("gives away again what was given back", () => {
		const book = SlotBook.full(0, 1000);
		const instants = takeAll(
			book,
			Array.from({ length: 10 }, () => 1000),
		);
		for (const at of instants.slice(5)) book.giveBack({ at, length: 1000 });
		const again = takeAll(
			book,
			Array.from({ length: 5 }, () => 1000),
			10_000,
		);
		expect(again[0]).toBe(10_000);
		expect(most([...instants.slice(0, 5), ...again])).toBeLessThanOrEqual(10);
	});

	it("never gives ten seconds more than ten seconds' worth, whatever is taken, lost or given back", () => {
		const steps = fc.array(
			fc.record({ length: fc.constantFrom(100, 200, 1000), pause: fc.integer({ min: 0, max: 3000 }) }),
			{ minLength: 1, maxLength: 200 },
		);
		fc.assert(
			fc.property(steps, (list) => {
				const book = SlotBook.full(0, 1000);
				let now = 0;
				const slots = list.map(({ length, pause }) => {
					now += pause % 7 === 0 ? pause : 0;
					return book.take(length, now);
				});
				for (const { at: from } of slots) {
					const inside = slots.filter(({ at }) => at >= from && at < from + 10_000);
					expect(inside.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(10_000 + 1);
				}
			}),
		);
	});

	it("is continued by the next run as if there had been one", () => {
		const one = SlotBook.full(0, 100);
		const first = takeAll(
			one,
			Array.from({ length: 50 }, () => 100),
		);
		const next = new SlotBook(one.recent(5000));
		const second = takeAll(
			next,
			Array.from({ length: 150 }, () => 100),
			5000,
		);
		expect(most([...first, ...second])).toBeLessThanOrEqual(100);
		expect(second.at(-1)).toBeLessThan(200 * plannedMilliseconds(100));
	});
});
