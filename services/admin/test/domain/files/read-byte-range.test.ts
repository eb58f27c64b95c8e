import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readByteRange } from "../../../src/domain/files/read-byte-range.ts";

describe("a Range header", () => {
	it("asks for the bytes from, up to, or at the end", () => {
		expect(readByteRange("bytes=0-99", 1000)).toEqual({ kind: "part", offset: 0, length: 100 });
		expect(readByteRange("bytes=999-", 1000)).toEqual({ kind: "part", offset: 999, length: 1 });
		expect(readByteRange("bytes=-1", 1000)).toEqual({ kind: "part", offset: 999, length: 1 });
		expect(readByteRange(" BYTES=5-6 ", 1000)).toEqual({ kind: "part", offset: 5, length: 2 });
	});

	it("cannot be satisfied behind the end, of an empty body, or for no bytes", () => {
		for (const [header, size] of [
			["bytes=1000-", 1000],
			["bytes=-0", 1000],
			["bytes=0-", 0],
			["bytes=-5", 0],
		] as const) {
			expect(readByteRange(header, size)).toEqual({ kind: "unsatisfiable" });
		}
	});

	it("means the whole when it is absent, several, backwards or of another unit", () => {
		for (const header of [
			undefined,
			null,
			"",
			"bytes=-",
			"bytes=2-1",
			"bytes=0-1,3-4",
			"lines=1-2",
			"bytes=a-b",
			"bytes = 0 - 1",
			`bytes=${" ".repeat(100)}0-1`,
		]) {
			expect(readByteRange(header, 1000)).toEqual({ kind: "whole" });
		}
	});

	it("is read without delay, however long it is", () => {
		const started = performance.now();
		for (const header of [
			`bytes=${" ".repeat(60_000)}x`,
			`bytes=0${" ".repeat(60_000)}-x`,
			" ".repeat(60_000),
		]) {
			expect(readByteRange(header, 1000)).toEqual({ kind: "whole" });
		}
		expect(performance.now() - started).toBeLessThan(50);
	});

	it("never leaves the body, whatever it says", () => {
		const header = fc.oneof(
			fc.string(),
			fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => `bytes=${from}-${to}`),
			fc.nat().map((count) => `bytes=-${count}`),
		);
		fc.assert(
			fc.property(header, fc.nat(5000), (text, size) => {
				const range = readByteRange(text, size);
				if (range.kind !== "part") return;
				expect(range.length).toBeGreaterThan(0);
				expect(range.offset + range.length).toBeLessThanOrEqual(size);
			}),
		);
	});
});
