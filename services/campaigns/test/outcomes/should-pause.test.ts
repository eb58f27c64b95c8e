import { describe, expect, it } from "vitest";
import { shouldPause } from "../../src/outcomes/should-pause.ts";

describe("a campaign should pause", () => {
	it.each([
		{ outcomes: 0, errors: 0, isPaused: false },
		{ outcomes: 19, errors: 19, isPaused: false },
		{ outcomes: 20, errors: 6, isPaused: false },
		{ outcomes: 20, errors: 7, isPaused: true },
		{ outcomes: 1000, errors: 300, isPaused: false },
		{ outcomes: 1000, errors: 301, isPaused: true },
	])("with $errors of $outcomes: $isPaused", ({ isPaused, ...counts }) => {
		const reason = shouldPause(counts);
		expect(reason !== null).toBe(isPaused);
		if (reason) expect(reason).toContain(`${counts.errors} of ${counts.outcomes}`);
	});
});
