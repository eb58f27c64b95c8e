import { describe, expect, it } from "vitest";
import { writeCsv } from "../../src/domain/write-csv.ts";

describe("a cell", () => {
	const cell = (value: string | number | null) =>
		writeCsv([{ value }], ["value"]).split("\r\n").slice(1, -1).join("\r\n");

	it("is quoted when it holds a comma, a quote or a line break", () => {
		expect(cell("a,b")).toBe('"a,b"');
		expect(cell('say "hi"')).toBe('"say ""hi"""');
		expect(cell("a\r\nb")).toBe('"a\r\nb"');
	});

	it("is no formula, while a phone number and a negative number stay as they are", () => {
		for (const text of ["=1+1", "@cmd", "-2+3", "+cmd|calc", "\tx"]) expect(cell(text)).toBe(`'${text}`);
		expect(cell("+14155550100")).toBe("+14155550100");
		expect(cell(-5)).toBe("-5");
		expect(cell(null)).toBe("");
	});
});
