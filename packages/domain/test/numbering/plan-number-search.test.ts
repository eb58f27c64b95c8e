import { describe, expect, it } from "vitest";
import { planNumberSearch, readSearchWidths } from "../../src/numbering/plan-number-search.ts";

describe("the plan of a number search", () => {
	it("goes from the area code to at most twelve neighbours to the whole country", () => {
		const plan = planNumberSearch("212", ["area", "state", "country"]);
		expect(plan.slice(0, 3)).toEqual(["212", "332", "646"]);
		expect(plan).toHaveLength(14);
		expect(plan.at(-1)).toBeNull();
	});

	it("stays where the installer wants it to stay", () => {
		expect(planNumberSearch("212", ["area"])).toEqual(["212"]);
		expect(planNumberSearch("802", ["area", "state"])).toEqual(["802"]);
		expect(planNumberSearch("212", ["area", "country"])).toEqual(["212", null]);
	});

	it("searches the whole country when no area code is wanted", () => {
		expect(planNumberSearch(null, ["area"])).toEqual([null]);
	});

	it("reads the installer's words in any order and means all widths when none is understood", () => {
		expect(readSearchWidths("country, area")).toEqual(["area", "country"]);
		expect(readSearchWidths("")).toEqual(["area", "state", "country"]);
		expect(readSearchWidths("everywhere")).toEqual(["area", "state", "country"]);
	});
});
