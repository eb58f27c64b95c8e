import { readCsv } from "@cloudpbx/domain/csv/read-csv";
import { expect, it } from "vitest";
import { readOptOutRows } from "../../src/domain/read-opt-out-rows.ts";

it("reads a file with a heading in any order of columns, as the export writes it", () => {
	const file =
		'\uFEFFsource,Number,words,Reason\r\nkeyword,+14155550177,"STOP, ""now""\nplease",\r\n\r\nperson,+14155550166,,by letter';
	expect(readOptOutRows(file)).toEqual([
		{ line: 2, number: "+14155550177", reason: "imported" },
		{ line: 5, number: "+14155550166", reason: "by letter" },
	]);
});

it("takes the first column for the number where there is no heading", () => {
	expect(readOptOutRows('415 555 0177,"by letter, in May"\n(415) 555-0166\n')).toEqual([
		{ line: 1, number: "415 555 0177", reason: "by letter, in May" },
		{ line: 2, number: "(415) 555-0166", reason: "imported" },
	]);
});

it("keeps a row without a number, for its line to be named", () => {
	expect(readOptOutRows("number,reason\n,nobody\n")).toEqual([{ line: 2, number: "", reason: "nobody" }]);
});

it("takes quotes that make no sense as they stand, and nothing for no rows", () => {
	expect(readOptOutRows('"a"b,"c\n"')).toMatchObject([{ number: '"a"b', reason: "c" }]);
	expect(readOptOutRows("")).toEqual([]);
	expect(readOptOutRows("\n\r\n,,\n")).toEqual([]);
});

it("reads a megabyte of quotes without delay", () => {
	const started = performance.now();
	for (const text of ['"'.repeat(1_000_000), '"a,'.repeat(300_000), '""x,'.repeat(250_000)])
		readOptOutRows(text);
	expect(performance.now() - started).toBeLessThan(5000);
});

it("reads a cell of millions of quotes, closed or not", () => {
	const quotes = '""'.repeat(5_000_000);
	const [closed] = readCsv(`"${quotes}",x`);
	expect([closed?.cells[0]?.length, closed?.cells[1]]).toEqual([5_000_000, "x"]);
	const [open] = readCsv(`"${quotes}`);
	expect(open?.cells[0]?.length).toBe(10_000_001);
});

it("leaves out what comes after a thousand cells of a row", () => {
	const [row] = readCsv("x,".repeat(100_000));
	expect(row?.cells).toHaveLength(1000);
});
