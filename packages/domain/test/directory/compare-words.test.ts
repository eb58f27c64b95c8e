import { describe, expect, it } from "vitest";
import { compareSounds, compareSpelling } from "../../src/directory/compare-words.ts";
import { soundOfWord } from "../../src/directory/sound-of-word.ts";

describe("compareSounds", () => {
	it.each([
		["jane", "gene"],
		["jane", "jain"],
		["smith", "smyth"],
		["ruiz", "reese"],
		["lee", "leigh"],
		["ana", "anna"],
		["wright", "right"],
		["phil", "fill"],
		["kate", "cate"],
	])("hears no difference between %s and %s", (one, other) => {
		expect(compareSounds(one, other)).toBeGreaterThanOrEqual(0.95);
	});

	it.each([
		["jane", "john"],
		["jane", "june"],
		["jane", "jenny"],
		["jane", "jake"],
		["sam", "pam"],
		["lee", "law"],
	])("hears a difference between %s and %s", (one, other) => {
		expect(compareSounds(one, other)).toBeLessThan(0.9);
	});

	it("is 0 for nothing", () => {
		expect(compareSounds("", "jane")).toBe(0);
	});

	it("is the same in both directions", () => {
		expect(compareSounds("garcia", "gartzia")).toBe(compareSounds("gartzia", "garcia"));
	});
});

describe("compareSpelling", () => {
	it("is 1 for the same word, 0 for nothing in common and for nothing at all", () => {
		expect(compareSpelling("jane", "jane")).toBe(1);
		expect(compareSpelling("jane", "sock")).toBe(0);
		expect(compareSpelling("", "")).toBe(0);
	});
});

describe("soundOfWord", () => {
	it("keeps a letter that it has no rule for", () => {
		expect(soundOfWord("李")).toBe("李");
	});
});
