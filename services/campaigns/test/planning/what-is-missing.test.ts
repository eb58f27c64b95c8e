import { describe, expect, it } from "vitest";
import { whatIsMissing } from "../../src/planning/what-is-missing.ts";

describe("a campaign that cannot start", () => {
	const ready = { isComplete: true, message: "Hi", queuedCount: 1, skippedCount: 0 };

	it.each([
		[{}, null],
		[{ queuedCount: 0, skippedCount: 1 }, null],
		[{ message: "" }, "no message"],
		[{ message: " \n\u00a0" }, "no message"],
		[{ queuedCount: 0 }, "no recipients"],
		[{ isComplete: false, message: "" }, "still coming in"],
	])("says what it lacks: %j", (change, words) => {
		const missing = whatIsMissing({ ...ready, ...change });
		if (words === null) expect(missing).toBeNull();
		else expect(missing).toContain(words);
	});
});
