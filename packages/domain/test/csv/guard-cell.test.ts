import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardCell, unguardCell } from "../../src/csv/guard-cell.ts";

function cellsSeen(text: string): string[] {
	return [text, ...[";", "\t", "|", "\n", "\r"].flatMap((separator) => text.split(separator))];
}
const runs = (cell: string) => /^[\p{Z}\p{Cf}\s"\0]*[=+\-@＝＋－＠]/u.test(cell);

describe("a cell", () => {
	it.each([
		["=1+1", "'=1+1"],
		["@cmd", "'@cmd"],
		["-2+3", "'-2+3"],
		["+cmd|calc", "'+cmd|calc"],
		["\tx", "'\tx"],
		["\r=1", "'\r'=1"],
		["\n=1", "'\n'=1"],
		[" =1", "' =1"],
		["\u00a0=1", "'\u00a0=1"],
		["\u200b=1", "'\u200b=1"],
		["＝1", "'＝1"],
		["＋1", "'＋1"],
		["－1", "'－1"],
		["＠x", "'＠x"],
		["−1", "'−1"],
		['"=1', "'\"=1"],
		["a;=1", "a;'=1"],
		["a\t=1", "a\t'=1"],
		["a|=cmd", "a|'=cmd"],
		["a; =1", "a;' =1"],
		["two\nlines\n=1", "two\nlines\n'=1"],
		[";=cmd|' /C calc'!A0", ";'=cmd|' /C calc'!A0"],
		["+14155550100", "+14155550100"],
		["'=1", "''=1"],
		["a-b=c", "a-b=c"],
		["5 @ 10", "5 @ 10"],
		["Ann, -5", "Ann, -5"],
		["'quoted'", "'quoted'"],
		["", ""],
	])("%j is written as %j and read back", (text, written) => {
		expect(guardCell(text)).toBe(written);
		expect(unguardCell(written)).toBe(text);
	});

	it("is run by no spreadsheet, whatever separates cells for it, and is read back unchanged", () => {
		const sign = fc.constantFrom(..."=+-@＝＋－＠;,\t|\r\n'\" a1\u00a0\u200b\uFEFF\0−");
		const text = fc.oneof(fc.string({ unit: sign, maxLength: 12 }), fc.string({ unit: "binary" }));
		fc.assert(
			fc.property(text, (value) => {
				const written = guardCell(value);
				expect(unguardCell(written)).toBe(value);
				if (!/^\+\d{1,15}$/.test(value)) expect(cellsSeen(written).filter(runs)).toEqual([]);
				expect(written).not.toMatch(/^[\t\r\n]/);
			}),
			{ seed: 20, numRuns: 20_000 },
		);
	});

	it("of a million signs is written without delay", () => {
		const started = performance.now();
		for (const part of [";", "'", " ", ";=", ";'", "\t", '"', "'\t"])
			unguardCell(guardCell(part.repeat(1_000_000)));
		expect(performance.now() - started).toBeLessThan(5000);
	});
});
