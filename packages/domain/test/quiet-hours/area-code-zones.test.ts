import { describe, expect, it } from "vitest";
import { areaCodes } from "../../src/numbering/area-codes.ts";
import { areaCodeZones } from "../../src/quiet-hours/area-code-zones.ts";
import { isTimeZone } from "../../src/quiet-hours/local-time.ts";
import { stateZones } from "../../src/quiet-hours/state-zones.ts";

describe("zones of area codes", () => {
	it("knows state and zones of every area code that can be rented in the United States", () => {
		const rented = [...areaCodes].filter(([, { country }]) => country === "US");
		expect(rented).toHaveLength(359);
		for (const [code, { region }] of rented) {
			expect(areaCodeZones.get(code)?.state, code).toBe(region);
			expect(areaCodeZones.get(code)?.zones.length, code).toBeGreaterThan(0);
		}
	});

	it("knows no code of Canada, no toll-free prefix and no code of another country", () => {
		for (const code of ["416", "604", "867", "800", "833", "888", "900", "876", "809", "441"]) {
			expect(areaCodeZones.has(code), code).toBe(false);
		}
	});

	it("uses only zones that the runtime knows and that the state has", () => {
		for (const [code, { state, zones }] of areaCodeZones) {
			for (const zone of zones) {
				expect(isTimeZone(zone), zone).toBe(true);
				expect(stateZones.get(state), code).toContain(zone);
			}
		}
	});

	it.each([
		["212", ["America/New_York"]],
		["850", ["America/New_York", "America/Chicago"]],
		["305", ["America/New_York"]],
		["423", ["America/Chicago", "America/New_York"]],
		["615", ["America/Chicago"]],
		["270", ["America/New_York", "America/Chicago"]],
		["812", ["America/Indiana/Indianapolis", "America/Chicago"]],
		["317", ["America/Indiana/Indianapolis"]],
		["906", ["America/Detroit", "America/Chicago"]],
		["605", ["America/Chicago", "America/Denver"]],
		["208", ["America/Boise", "America/Los_Angeles"]],
		["541", ["America/Los_Angeles", "America/Denver"]],
		["775", ["America/Los_Angeles", "America/Denver"]],
		["928", ["America/Phoenix", "America/Denver"]],
		["602", ["America/Phoenix"]],
		["915", ["America/Denver"]],
		["512", ["America/Chicago"]],
		["907", ["America/Anchorage", "America/Adak"]],
		["808", ["Pacific/Honolulu"]],
		["787", ["America/Puerto_Rico"]],
		["340", ["America/Puerto_Rico"]],
		["671", ["Pacific/Guam"]],
		["684", ["Pacific/Pago_Pago"]],
	])("places %s in %j", (code, zones) => {
		expect(areaCodeZones.get(code)?.zones).toEqual(zones);
	});
});
