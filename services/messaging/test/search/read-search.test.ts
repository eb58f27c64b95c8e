import { describe, expect, it } from "vitest";
import { matchPlainly } from "../../src/search/match-search.ts";
import { readSearch } from "../../src/search/read-search.ts";

describe("a search", () => {
	it.each([
		["espresso mach", '"espresso" AND "mach"*'],
		["espresso machine ", '"espresso" AND "machine"'],
		["a", '"a"'],
		["ma", '"ma"*'],
		['"x" OR y*', '"x" AND "OR" AND "y"'],
		["café", '"café"*'],
		["***", null],
		[
			"one two three four five six seven eight nine",
			'"one" AND "two" AND "three" AND "four" AND "five" AND "six" AND "seven" AND "eight"*',
		],
	])("for %s is written %s", (query, expression) => {
		const search = readSearch(query);
		expect(search && matchPlainly(search)).toBe(expression);
	});
});
