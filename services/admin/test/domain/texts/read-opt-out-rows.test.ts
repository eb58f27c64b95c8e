import { CsvFault } from "@cloudpbx/domain/csv/csv-fault";
import { expect, it } from "vitest";
import { readOptOutRows } from "../../../src/domain/texts/read-opt-out-rows.ts";

it("reads a file with a heading in any order of columns, as the export writes it", () => {
	const file =
		'\uFEFFsource,Number,words,Reason\r\nkeyword,+14155550177,"STOP, ""now""\nplease",\r\n\r\nperson,+14155550166,,by letter';
	expect(readOptOutRows(file)).toEqual([
		{ line: 2, column: 2, number: "+14155550177", reason: "imported" },
		{ line: 5, column: 2, number: "+14155550166", reason: "by letter" },
	]);
});

it("takes the first column for the number where there is no heading", () => {
	expect(readOptOutRows('415 555 0177,"by letter, in May"\n(415) 555-0166\n')).toEqual([
		{ line: 1, column: 1, number: "415 555 0177", reason: "by letter, in May" },
		{ line: 2, column: 1, number: "(415) 555-0166", reason: "imported" },
	]);
});

it("keeps a row without a number, for its line to be named", () => {
	expect(readOptOutRows("number,reason\n,nobody\n")).toEqual([
		{ line: 2, column: 1, number: "", reason: "nobody" },
	]);
});

it("refuses quotes that make no sense by their place, and has nothing of no rows", () => {
	expect(() => readOptOutRows('"a"b,"c\n"')).toThrow(/^Line 1, column 1: a quotation mark/);
	expect(readOptOutRows("")).toEqual([]);
	expect(readOptOutRows("\n\r\n,,\n")).toEqual([]);
});

it("reads semicolons, other headings and a number that does not come first", () => {
	expect(readOptOutRows("sep=;\r\nName;Mobile;Grund\r\nAnn;415 555 0177;per Brief\r\n")).toEqual([
		{ line: 3, column: 2, number: "415 555 0177", reason: "per Brief" },
	]);
	expect(readOptOutRows("Ann;+14155550177\nBob;+14155550166\n").map(({ number }) => number)).toEqual([
		"+14155550177",
		"+14155550166",
	]);
});

it("refuses two columns of numbers: one of them would be texted on", () => {
	const file = "Name,Phone 1 - Value,Phone 2 - Value\nAnn,4155550177,4155550166\n";
	expect(() => readOptOutRows(file)).toThrow(
		"Line 1: “Phone 1 - Value” (column 2) and “Phone 2 - Value” (column 3) both hold telephone numbers. Expected: one of them; call it “number”.",
	);
});

it("reads a megabyte of quotes without delay", () => {
	const started = performance.now();
	for (const text of ['"'.repeat(1_000_000), '"a,'.repeat(300_000), '""x,'.repeat(250_000)]) {
		try {
			readOptOutRows(text);
		} catch (error) {
			expect(error).toBeInstanceOf(CsvFault);
		}
	}
	expect(performance.now() - started).toBeLessThan(5000);
});
