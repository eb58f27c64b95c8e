import { describe, expect, it } from "vitest";
import { areaCodes } from "../../src/numbering/area-codes.ts";
import { listNeighbouringAreaCodes } from "../../src/numbering/neighbouring-area-codes.ts";

describe("area codes", () => {
	it("knows each code once, with a region of its country and a place on the continent", () => {
		const usRegions = new Set<string>();
		for (const [code, { country, region, latitude, longitude }] of areaCodes) {
			expect(code).toMatch(/^[2-9][0-8]\d$/);
			expect(region).toMatch(/^[A-Z]{2}$/);
			expect(latitude).toBeGreaterThan(18);
			expect(latitude).toBeLessThan(70);
			expect(longitude).toBeGreaterThan(-160);
			expect(longitude).toBeLessThan(-50);
			if (country === "US") usRegions.add(region);
		}
		expect(areaCodes.size).toBe(415);
		expect(usRegions.size).toBe(51);
	});

	it.each([
		["212", "NY"],
		["415", "CA"],
		["713", "TX"],
		["907", "AK"],
		["867", "YT"],
		["945", "TX"],
	])("places %s in %s", (code, region) => {
		expect(areaCodes.get(code)?.region).toBe(region);
	});
});

describe("neighbouring area codes", () => {
	it("begins with the codes that lie over the same city", () => {
		expect(listNeighbouringAreaCodes("212").slice(0, 5)).toEqual(["332", "646", "347", "718", "917"]);
		expect(listNeighbouringAreaCodes("512")[0]).toBe("737");
		expect(listNeighbouringAreaCodes("415").slice(0, 3)).toContain("628");
		expect(listNeighbouringAreaCodes("416").slice(0, 3)).toEqual(["437", "647", "942"]);
	});

	it("stays in the state and leaves out the code itself", () => {
		const codes = listNeighbouringAreaCodes("212");
		expect(codes).not.toContain("212");
		expect(codes).not.toContain("201");
		expect(codes.every((code) => areaCodes.get(code)?.region === "NY")).toBe(true);
	});

	it("is empty for a state's only code and for a code nobody knows", () => {
		expect(listNeighbouringAreaCodes("802")).toEqual([]);
		expect(listNeighbouringAreaCodes("999")).toEqual([]);
	});
});
