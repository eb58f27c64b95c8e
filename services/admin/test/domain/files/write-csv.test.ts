import { readCsv } from "@cloudpbx/domain/csv/read-csv";
import { readDialect } from "@cloudpbx/domain/csv/read-dialect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecipientRows } from "../../../src/domain/campaigns/read-recipient-rows.ts";
import { writeCsv, writeCsvHeading, writeCsvRows } from "../../../src/domain/files/write-csv.ts";
import { readOptOutRows } from "../../../src/domain/texts/read-opt-out-rows.ts";

describe("a cell", () => {
	const cell = (value: string | number | null) =>
		writeCsv([{ value }], ["value"]).split("\r\n").slice(1, -1).join("\r\n");

	it("is quoted when it holds a comma, a quote, a line break or what separates cells elsewhere", () => {
		expect(cell("a,b")).toBe('"a,b"');
		expect(cell('say "hi"')).toBe('"say ""hi"""');
		expect(cell("a\r\nb")).toBe('"a\r\nb"');
		expect(cell("a;b")).toBe('"a;b"');
		expect(cell("a\tb")).toBe('"a\tb"');
	});

	it("is no formula in any country, while a phone number and a negative number stay as they are", () => {
		for (const text of ["=1+1", "@cmd", "-2+3", "＝1+1", "＠x", " =1"]) {
			expect(cell(text).replace(/^"(.*)"$/, "$1")).toBe(`'${text}`);
		}
		expect(cell("\tx")).toBe(`"'\tx"`);
		expect(cell("\n=1")).toBe(`"'\n'=1"`);
		expect(cell("a;=1+1")).toBe(`"a;'=1+1"`);
		expect(cell("+14155550100")).toBe("+14155550100");
		expect(cell(-5)).toBe("-5");
		expect(cell(null)).toBe("");
	});
});

it("begins with one byte order mark, however many parts it is written in", () => {
	const text = writeCsvHeading(["a"]) + writeCsvRows([{ a: "x" }], ["a"]) + writeCsvRows([{ a: "y" }], ["a"]);
	expect(text).toBe("\uFEFFa\r\nx\r\ny\r\n");
});

const text = fc.oneof(
	fc.string({ unit: "binary" }).map((value) => value.toWellFormed()),
	fc.string({ unit: fc.constantFrom(..."=+-@＝;,\t|\r\n'\" aé\uFEFF王") }),
);

it("is read back unchanged, whatever stands in its cells", () => {
	fc.assert(
		fc.property(
			fc.array(fc.record({ number: fc.constant("+14155550100"), a: text, b: text }), { minLength: 1 }),
			(rows) => {
				const written = writeCsv(rows, ["number", "a", "b"]);
				const [, ...read] = [...readCsv(written, readDialect(written))].map(({ cells }) => cells);
				expect(read).toEqual(rows.map(({ number, a, b }) => [number, a, b]));
			},
		),
		{ seed: 20, numRuns: 2000 },
	);
});

it("is imported as it was exported: opt-outs with their reasons, recipients with their fields", () => {
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (values) => {
			const reasons = values.map((value) => value.trim().slice(0, 400)).filter((value) => value !== "");
			const rows = reasons.map((reason, at) => ({ number: `+1415555010${at}`, source: "person", reason }));
			const imported = readOptOutRows(writeCsv(rows, ["number", "source", "reason"]));
			expect(imported.map(({ number, reason }) => ({ number, source: "person", reason }))).toEqual(rows);
			const people = [...readRecipientRows(writeCsv(rows, ["number", "reason"]))];
			expect(people.map(({ recipient }) => recipient)).toEqual(
				rows.map(({ number, reason }) => ({ number, fields: { reason } })),
			);
		}),
		{ seed: 20, numRuns: 2000 },
	);
});
