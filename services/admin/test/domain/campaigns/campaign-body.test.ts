import { expect, it } from "vitest";
import { StartAt } from "../../../src/domain/campaigns/campaign-body.ts";

it("reads an instant of any offset as UTC, and null", () => {
	expect(StartAt.parse("2026-12-01T09:00:00-05:00")).toBe("2026-12-01T14:00:00.000Z");
	expect(StartAt.parse("9999-12-31T23:59:59Z")).toBe("9999-12-31T23:59:59.000Z");
	expect(StartAt.parse(null)).toBeNull();
});

it.each(["9999-12-31T23:59:59-12:00", "0000-01-01T00:00:00+12:00", "tomorrow", "2026-02-30T00:00:00Z"])(
	"refuses %s",
	(text) => {
		expect(StartAt.safeParse(text).success).toBe(false);
	},
);
