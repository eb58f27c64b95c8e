import { readFileSync } from "node:fs";

export interface TestReport {
	passed: number;
	failed: number;
	/** Skipped, left to do, or not reached. */
	notRun: number;
}

/** Null when vitest died before it was written. */
export function readTestReport(file: string): TestReport | null {
	try {
		const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(file, "utf8"));
		const notRun = numTotalTests - numPassedTests - numFailedTests;
		return Number.isInteger(notRun) ? { passed: numPassedTests, failed: numFailedTests, notRun } : null;
	} catch {
		return null;
	}
}
