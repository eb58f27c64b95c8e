import { readFileSync } from "node:fs";

export interface TestReport {
	passed: number;
	failed: number;
	/** Skipped, left to do, or not reached: a test that does not run proves nothing. */
	notRun: number;
}

/** What vitest's JSON reporter wrote; null when it died before, or in the middle of it. */
export function readTestReport(file: string): TestReport | null {
	try {
		const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(file, "utf8"));
		const notRun = numTotalTests - numPassedTests - numFailedTests;
		return Number.isInteger(notRun) ? { passed: numPassedTests, failed: numFailedTests, notRun } : null;
	} catch {
		return null;
	}
}
