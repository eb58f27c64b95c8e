import { expect, it } from "vitest";
import { addDays } from "../../src/domain/local-days.ts";

it("counts days over months and years", () => {
	expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
	expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
	expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
	expect(addDays("2026-03-08", 90)).toBe("2026-06-06");
});
