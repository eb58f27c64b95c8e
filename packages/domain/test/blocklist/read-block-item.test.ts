import { describe, expect, it } from "vitest";
import { readBlockItem } from "../../src/blocklist/read-block-item.ts";

const then = "reject" as const;

describe("a number", () => {
	it.each([
		["(415) 555-0199", "+14155550199"],
		["1 415 555 0199", "+14155550199"],
		["+44 20 7946 0000", "+442079460000"],
		["0044 20 7946 0000", "+442079460000"],
		// No telephone has these; spoofed callers show them.
		["+10000000000", "+10000000000"],
		["+1 (123) 456-7890", "+11234567890"],
	])("typed as %s is stored in E.164", (number, stored) => {
		expect(readBlockItem({ number, then })).toEqual({ ok: true, item: { number: stored, then } });
	});

	it.each(["nobody", "12", "123 4567", "+", "+0800123456", "415-555-0199 ext. 5", "4.15555E+09"])(
		"typed as %s is refused",
		(number) => {
			expect(readBlockItem({ number, then })).toMatchObject({ ok: false, field: "number" });
		},
	);

	it.each(["911", "9-1-1", "+911", "988", "112"])(
		"of a public service, %s, is refused in words",
		(number) => {
			const refused = readBlockItem({ number, then });
			expect(refused).toMatchObject({ ok: false, reason: expect.stringContaining("cannot be blocked") });
		},
	);
});

describe("a beginning", () => {
	it.each([
		["+1809", "+1809"],
		["+1 (809)", "+1809"],
		["1-809", "+1809"],
		["809", "+1809"],
		["+44", "+44"],
		["0044 7", "+447"],
		["+1", "+1"],
	])("typed as %s is %s", (prefix, stored) => {
		expect(readBlockItem({ prefix, then })).toEqual({ ok: true, item: { prefix: stored, then } });
	});

	it.each(["+", "Spain", "+0", "+123456789012345", "%"])("typed as %s is refused", (prefix) => {
		expect(readBlockItem({ prefix, then })).toMatchObject({ ok: false, field: "prefix" });
	});
});

it("of nothing needs no reading", () => {
	const item = { anonymous: true as const, then };
	expect(readBlockItem(item)).toEqual({ ok: true, item });
});
