import { describe, expect, it } from "vitest";
import { nameOfCopy } from "../../src/planning/name-of-copy.ts";

describe("a copy's name", () => {
	it.each([
		["Sale", "Sale (copy)"],
		["Sale (copy)", "Sale (copy) (copy)"],
		["n".repeat(193), `${"n".repeat(193)} (copy)`],
		["n".repeat(194), `${"n".repeat(193)} (copy)`],
		[`${"n".repeat(192)}😀`, `${"n".repeat(192)} (copy)`],
		[`${"n".repeat(192)} n`, `${"n".repeat(192)} (copy)`],
	])("%j becomes %j", (name, copy) => {
		expect(nameOfCopy(name)).toBe(copy);
		expect(copy.length).toBeLessThanOrEqual(200);
	});
});
