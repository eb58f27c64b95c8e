import { expect, it } from "vitest";
import { ForwardField, NumberField } from "../../../src/domain/numbers/number-field.ts";

it("reads a number as people type it and refuses what is none", () => {
	for (const text of ["+14155550151", "(415) 555-0151", " 415.555.0151 ", "1 415 555 0151"]) {
		expect(NumberField.parse(text)).toBe("+14155550151");
	}
	expect(NumberField.parse("+442083661177")).toBe("+442083661177");
	for (const text of ["", "12", "+1415555015", "call me", "+1 415 555 0151 ext. 5"]) {
		expect(NumberField.safeParse(text).success).toBe(false);
	}
});

it("forwards to nobody when it is empty, and never to a premium-rate number", () => {
	expect(ForwardField.parse("")).toBeNull();
	expect(ForwardField.parse(null)).toBeNull();
	expect(ForwardField.safeParse("+19005550100").success).toBe(false);
});

it("says in words why a number cannot be forwarded to", () => {
	const issues = (value: unknown) =>
		ForwardField.safeParse(value).error?.issues.map(({ message }) => message);
	expect(issues("12")).toEqual(NumberField.safeParse("12").error?.issues.map(({ message }) => message));
	expect(issues("+19005550100")).not.toContain("Invalid input");
});
