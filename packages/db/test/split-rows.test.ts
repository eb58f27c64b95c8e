import { describe, expect, it } from "vitest";
import { splitRows } from "../src/split-rows.ts";

const limits = { rowsMax: 3, bytesMax: 100 };
const bytesOf = (rows: unknown) => new TextEncoder().encode(JSON.stringify(rows)).length;

describe("rows", () => {
	it("that are few and short are one part, none are no part", () => {
		expect([...splitRows([], limits)]).toEqual([]);
		expect([...splitRows([1, 2, 3], limits)]).toEqual([[1, 2, 3]]);
	});

	it("that are more than fit are several, in their order", () => {
		expect([...splitRows([1, 2, 3, 4, 5, 6, 7], limits)]).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
	});

	it.each(["a", "é", "語", "😀", "\n", "\u0001"])(
		"of %j are split by their bytes, not by their characters",
		(sign) => {
			const rows = Array.from({ length: 60 }, (_, index) => ({ text: sign.repeat(index % 13) }));
			const parts = [...splitRows(rows, { rowsMax: 1000, bytesMax: 200 })];
			expect(parts.flat()).toEqual(rows);
			for (const part of parts) expect(bytesOf(part)).toBeLessThanOrEqual(201);
		},
	);

	it("one of which is too long by itself leave it alone in its part", () => {
		const long = "x".repeat(200);
		expect([...splitRows(["a", long, "b"], limits)]).toEqual([["a"], [long], ["b"]]);
	});
});
