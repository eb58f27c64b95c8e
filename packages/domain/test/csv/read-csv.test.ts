import { describe, expect, it } from "vitest";
import { findCsvSeparator, readCsv } from "../../src/csv/read-csv.ts";

const cellsOf = (text: string) => [...readCsv(text, findCsvSeparator(text))].map(({ cells }) => cells);

describe("a file of cells", () => {
	it.each([
		[
			"number,name\n1,Ann",
			[
				["number", "name"],
				["1", "Ann"],
			],
		],
		[
			"number;name\n1;Ann, B",
			[
				["number", "name"],
				["1", "Ann, B"],
			],
		],
		[
			'number\tname\n1\t"A\tB"',
			[
				["number", "name"],
				["1", "A\tB"],
			],
		],
		[
			'"a;b",name\n1;2,3',
			[
				["a;b", "name"],
				["1;2", "3"],
			],
		],
		["+14155550199\n+14155550198", [["+14155550199"], ["+14155550198"]]],
	])("%j is read by what stands in its first line", (text, cells) => {
		expect(cellsOf(text)).toEqual(cells);
	});

	it("says where each row ends, whatever begins the text or stands in a cell", () => {
		const text = '\uFEFF\r\nnumber,"two\nlines"\r\n1,Ann\r\n2,Bob';
		const rows = [...readCsv(text)];
		expect(rows.map(({ line }) => line)).toEqual([2, 4, 5]);
		expect(text.slice(rows[0]?.end, rows[1]?.end)).toBe("1,Ann\r\n");
		expect(rows.at(-1)?.end).toBe(text.length);
		expect(rows[0]?.cells).toEqual(["number", "two\nlines"]);
	});
});
