import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readTestReport } from "../../src/read-test-report.ts";

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-report-"));
	file = join(folder, "unit.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("counts what passed and what failed", () => {
	writeFileSync(file, JSON.stringify({ numTotalTests: 5, numPassedTests: 3, numFailedTests: 2 }));
	expect(readTestReport(file)).toEqual({ passed: 3, failed: 2, notRun: 0 });
});

it("counts apart what was skipped, left to do or not reached", () => {
	const counts = {
		numTotalTests: 7,
		numPassedTests: 3,
		numFailedTests: 1,
		numPendingTests: 1,
		numTodoTests: 1,
	};
	writeFileSync(file, JSON.stringify(counts));
	expect(readTestReport(file)).toEqual({ passed: 3, failed: 1, notRun: 3 });
});

it("knows nothing when there is no report", () => {
	expect(readTestReport(file)).toBeNull();
});

it.each(["", '{"numTotalTests": 5, "numPas', "null", "{}"])("knows nothing from the report %j", (text) => {
	writeFileSync(file, text);
	expect(readTestReport(file)).toBeNull();
});
