import { type Counters, listGrown } from "@cloudpbx/kit/counters";
import { describe, expect, it } from "vitest";
import { readTicks } from "../../src/child-processor-time.ts";
import type { Ratio } from "../../src/measure-ratios.ts";
import { median } from "../../src/median.ts";
import { printCounters, printRatios } from "../../src/print-tables.ts";
import { readCounters } from "../../src/read-counters.ts";
import { readOptions } from "../../src/read-options.ts";

const cost: Counters = { roundTrips: 1, rowsRead: 9, rowsWritten: 4, queueSends: 1 };

describe("a counter", () => {
	it("may fall below its ceiling and not grow above it", () => {
		expect(listGrown({ a: cost }, { a: { ...cost, rowsRead: 8 } })).toEqual([]);
		expect(listGrown({ a: cost }, { a: { ...cost, rowsRead: 10, queueSends: 2 } })).toEqual([
			"a: rowsRead grew to 10; its ceiling is 9.",
			"a: queueSends grew to 2; its ceiling is 1.",
		]);
	});

	it("needs a ceiling, and a ceiling something that is measured", () => {
		expect(listGrown({}, { a: cost })).toEqual([expect.stringMatching(/^a has no ceiling/)]);
		expect(listGrown({ a: cost }, {})).toEqual(["a has a ceiling and was not measured."]);
	});
});

it("reads what tests measured and why they failed", () => {
	const assertionResults = [
		{ meta: { counters: { voice: { a: cost } } }, failureMessages: ["a: rowsRead grew"] },
		{ meta: {}, failureMessages: [] },
		{ meta: { counters: { admin: { b: cost } } } },
	];
	expect(readCounters(JSON.stringify({ testResults: [{ message: "", assertionResults }] }))).toEqual({
		measured: { voice: { a: cost }, admin: { b: cost } },
		failures: ["a: rowsRead grew"],
	});
});

it("prints tables", () => {
	const measured = { voice: { "/ivr/inbound": { ...cost, rowsRead: 8 } } };
	expect(printCounters(measured, { voice: { "/ivr/inbound": cost } })).toMatch(
		/voice \/ivr\/inbound +1 +8 of 9 +4 +1$/,
	);
	const ratio: Ratio = {
		target: "x",
		baseline: "minimal",
		requestsPerSecond: 50,
		ratio: 0.5,
		range: [0.4, 0.6],
		processorMilliseconds: 4,
		processorRatio: 0.55,
	};
	expect(printRatios([ratio])).toMatch(/x +50 +0\.50 +0\.40 to 0\.60 +4\.00 +0\.55$/);
	expect(printRatios([{ ...ratio, processorMilliseconds: null, processorRatio: null }])).toMatch(/0\.60 *$/);
});

it("reads a process's time behind a name with spaces and parentheses", () => {
	const fields = ["S", ...Array.from({ length: 10 }, () => "0"), "120", "30", "7"];
	expect(readTicks(`42 (work (er) d) ${fields.join(" ")}`)).toBe(150);
});

it("takes the middle, also of an even number", () => {
	expect(median([5, 1, 3])).toBe(3);
	expect(median([4, 1, 3, 2])).toBe(2.5);
});

it("understands its options and nothing else", () => {
	expect(readOptions([])).toMatchObject({ isJson: false, isCounting: true, isRacing: true, rounds: 30 });
	expect(readOptions(["--json", "--counters-only"])).toMatchObject({ isJson: true, isRacing: false });
	expect(readOptions(["--rounds=5", "--ratios-only"])).toMatchObject({ rounds: 5, isCounting: false });
	expect(readOptions(["--rounds=0"])).toBeNull();
	expect(readOptions(["--counters-only", "--ratios-only"])).toBeNull();
	expect(readOptions(["--fast"])).toBeNull();
});
