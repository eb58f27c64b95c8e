import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvFault } from "../../src/csv/csv-fault.ts";
import { readCsv } from "../../src/csv/read-csv.ts";
import { readDialect } from "../../src/csv/read-dialect.ts";

const rowsOf = (text: string) => [...readCsv(text, readDialect(text))];
const cellsOf = (text: string) => rowsOf(text).map(({ cells }) => cells);

describe("a file of cells", () => {
	it.each([
		["number,name\n1,Ann", ["number", "name"], ["1", "Ann"]],
		["number;name\n1;Ann, B", ["number", "name"], ["1", "Ann, B"]],
		['number\tname\n1\t"A\tB"', ["number", "name"], ["1", "A\tB"]],
		["number|name\n4155550199|Ann", ["number", "name"], ["4155550199", "Ann"]],
		['"a;b",name\n1;2,3', ["a;b", "name"], ["1;2", "3"]],
		["+14155550199\n+14155550198", ["+14155550199"], ["+14155550198"]],
		[
			"Name;Betrag\nAnn;1,50\nBob;2,50\n4155550199;3,50",
			["Name", "Betrag"],
			["Ann", "1,50"],
			["Bob", "2,50"],
			["4155550199", "3,50"],
		],
		[
			"Smith, John;4155550199\nLee, Ann;4155550198",
			["Smith, John", "4155550199"],
			["Lee, Ann", "4155550198"],
		],
		["sep=;\na,b;c\n1;2", ["a,b", "c"], ["1", "2"]],
		['"sep=\t"\r\na,b\tc', ["a,b", "c"]],
		["\uFEFFSEP=,\r\na;b,c", ["a;b", "c"]],
		["sep=|\na|b,c", ["a", "b,c"]],
		['a,"b" ,c\n1,2,3', ["a", "b", "c"], ["1", "2", "3"]],
		['5" pipe,Bob "The Man" Lee\n1,2', ['5" pipe', 'Bob "The Man" Lee'], ["1", "2"]],
	])("%j is read by what stands in its first rows", (text, ...cells) => {
		expect(cellsOf(text)).toEqual(cells);
	});

	it("may end its rows in several ways", () => {
		const cells = cellsOf('a,b\r\n1,2\n3,"4"\n5,6\r7,"8"\r\n9,0');
		expect(cells.map((row) => row.map((cell) => cell.trim()))).toEqual([
			["a", "b"],
			["1", "2"],
			["3", "4"],
			["5", "6"],
			["7", "8"],
			["9", "0"],
		]);
		expect(rowsOf("a\n1\r\n2\r3\n").map(({ line, cells }) => [line, cells[0]?.trim()])).toEqual([
			[1, "a"],
			[2, "1"],
			[3, "2"],
			[4, "3"],
		]);
	});

	it("says where each row ends, whatever begins the text or stands in a cell", () => {
		const text = '\uFEFF\r\nnumber,"two\nlines"\r\n1,Ann\r\n2,Bob';
		const rows = rowsOf(text);
		expect(rows.map(({ line }) => line)).toEqual([2, 4, 5]);
		expect(text.slice(rows[0]?.end, rows[1]?.end)).toBe("1,Ann\r\n");
		expect(rows.at(-1)?.end).toBe(text.length);
		expect(rows[0]?.cells).toEqual(["number", "two\nlines"]);
		expect(rowsOf("sep=;\n\na;b").map(({ line }) => line)).toEqual([3]);
	});

	it.each([
		['number,name\n1,"Ann\n2,Bob\n', /^Line 2, column 2: a quotation mark opens this cell/],
		['number,name\n1,"Ann"x,y\n2,Bob\n', /^Line 2, column 2: /],
		['number,a,b\r\n1,2,"3\r\n', /^Line 2, column 3: /],
		['"number\n1\n2', /^Line 1, column 1: /],
		[`number,name\n${"1,a\n".repeat(50_000)}2,"b`, /^Line 50002, column 2: /],
		[`number,name\n1,a\n2,"b${"\n3,c".repeat(400_000)}`, /^Line 3, column 2: /],
		["sep=x\na,b", /^Line 1: “sep=x” names a separator that is not known/],
		["x".repeat(1_500_000), /^Line 1, column 1: the row has more than 1000000 characters/],
	])("%# is refused by line and column", (text, words) => {
		expect(() => rowsOf(text)).toThrow(CsvFault);
		expect(() => rowsOf(text)).toThrow(words);
	});

	it("is read in a time that grows with its length", () => {
		const started = performance.now();
		for (const part of [
			'"',
			'"a,',
			'""x,',
			',"',
			'" ',
			'"\n',
			"\n",
			",",
			" ",
			'""',
			"\uFEFF",
			"\r",
			"sep=",
			"a,b\r\nc,d\n",
		]) {
			const text = part.repeat(3_000_000 / part.length);
			try {
				for (const _ of readCsv(text, readDialect(text)));
			} catch (error) {
				if (!(error instanceof CsvFault)) throw error;
			}
		}
		const quotes = `a,"${'""'.repeat(400_000)}"\n`.repeat(5);
		expect(rowsOf(quotes)).toHaveLength(5);
		const milliseconds = Math.round(performance.now() - started);
		console.log(`44 MB of signs: ${milliseconds} ms`);
		expect(milliseconds).toBeLessThan(20_000);
	}, 60_000);

	it("leaves out what comes after a thousand cells of a row", () => {
		expect(rowsOf("x,".repeat(100_000))[0]?.cells).toHaveLength(1000);
	});
});

function write(
	rows: readonly (readonly string[])[],
	separator: string,
	lineEnd: string,
	quotesAll: boolean,
): string {
	return rows
		.map((row) =>
			row
				.map((cell) =>
					quotesAll || /["\r\n]/.test(cell) || cell.includes(separator) || /^[\s\uFEFF]|\s$/.test(cell)
						? `"${cell.replaceAll('"', '""')}"`
						: cell,
				)
				.join(separator),
		)
		.join(lineEnd);
}

it("reads back exactly what was written, whatever stands in the cells", () => {
	const cell = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.string({
			unit: fc.constantFrom("a", '"', ",", ";", "\t", "|", "\r", "\n", "'", "=", " ", "\uFEFF", "é", "5"),
		}),
	);
	fc.assert(
		fc.property(
			fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
			fc.constantFrom(",", ";", "\t", "|"),
			fc.constantFrom("\n", "\r\n", "\r"),
			fc.boolean(),
			(body, separator, lineEnd, quotesAll) => {
				const rows = [["number", ...body.map((_, at) => `h${at}`)], ...body];
				const text = `sep=${separator}${lineEnd}${write(rows, separator, lineEnd, quotesAll)}`;
				const expected = rows.filter((row) => row.some((value) => value.trim() !== ""));
				const read = [...readCsv(text, readDialect(text))].map(({ cells }) => cells);
				const isGuarded = rows.flat().some((value) => /'/.test(value));
				if (!isGuarded) expect(read).toEqual(expected);
				else expect(read).toHaveLength(expected.length);
			},
		),
		{ seed: 17, numRuns: 3000 },
	);
});
