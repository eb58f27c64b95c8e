import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideEvenly } from "../../src/sending/divide-evenly.ts";

describe("turns of a number", () => {
	it.each([
		[10, [100, 100], [5, 5]],
		[5, [100, 100], [3, 2]],
		[12, [2, 100, 100], [2, 5, 5]],
		[12, [1, 1, 1], [1, 1, 1]],
		[1, [5, 5, 5], [1, 0, 0]],
		[0, [5], [0]],
		[7, [], []],
		[4, [0, 9], [0, 4]],
	])("%i among %j waiting are shared as %j", (turns, waiting, shares) => {
		expect(divideEvenly(turns, waiting)).toEqual(shares);
	});

	it("are all given away, as evenly as possible, and to no party more than it has", () => {
		const waiting = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 });
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60 }), waiting, (turns, list) => {
				const shares = divideEvenly(turns, list);
				const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
				expect(sum(shares)).toBe(Math.min(turns, sum(list)));
				const most = Math.max(0, ...shares);
				for (const [index, share] of shares.entries()) {
					expect(share).toBeLessThanOrEqual(list[index] ?? 0);
					if (share < (list[index] ?? 0)) expect(share).toBeGreaterThanOrEqual(most - 1);
				}
			}),
		);
	});
});
