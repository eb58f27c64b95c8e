import type { CounterTable } from "@cloudpbx/kit/counters";

interface Report {
	testResults: {
		message?: string;
		assertionResults: { failureMessages?: string[]; meta?: { counters?: CounterTable } }[];
	}[];
}

/** Reads vitest's JSON report: measured counters (`task.meta.counters`), and failures. */
export function readCounters(json: string): { measured: CounterTable; failures: string[] } {
	const { testResults } = JSON.parse(json) as Report;
	const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
	const failures = [
		...testResults.map(({ message }) => message ?? ""),
		...tests.flatMap(({ failureMessages = [] }) => failureMessages),
	];
	return {
		measured: Object.assign({}, ...tests.map(({ meta }) => meta?.counters ?? {})),
		failures: failures.filter((text) => text !== ""),
	};
}
