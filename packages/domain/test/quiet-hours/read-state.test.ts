import { describe, expect, it } from "vitest";
import { isNoState, readState } from "../../src/quiet-hours/read-state.ts";
import { mayMarketAt } from "../../src/quiet-hours/send-window.ts";
import { stateZones } from "../../src/quiet-hours/state-zones.ts";

describe("a state", () => {
	it.each([
		[
			"FL",
			"Florida, FLORIDA,florida , Florida,fl,Fl,Fla,Fla.,US-FL,us-fl,USA-FL,US_FL,US FL,FL US,FL-US,Florida (USA),FL (Florida),Florida (FL),Florida - FL,FL - Florida,State of Florida,Florida 33101,FL 33101-1234,F.L.,\u200bFL,ＦＬ",
		],
		["DC", "DC,D.C.,District of Columbia,Washington DC,Washington D.C.,US-DC,dc"],
		["WA", "Washington,Wash.,WA,Washington State,State of Washington"],
		["CA", "CA,California,Calif.,US-CA,Cal,california usa"],
		["NY", "New York,N.Y.,NY,new york,New-York,NEW_YORK,New York State,US-NY,Newyork"],
		["NC", "North Carolina,N. Carolina,N.C.,NC,n carolina"],
		["WV", "West Virginia,W. Virginia,W.Va.,WV"],
		["VA", "Virginia,Commonwealth of Virginia,VA,Va."],
		["KS", "Kansas,Kans.,KS"],
		["AR", "Arkansas,Ark.,AR"],
		["PA", "Pennsylvania,Penna.,Penn,PA,Pa."],
		["MA", "Massachusetts,Mass.,MA,Mass"],
		["PR", "Puerto Rico,P.R.,PR,US-PR"],
		["VI", "U.S. Virgin Islands,USVI,U.S.V.I.,Virgin Islands,US Virgin Islands,VI"],
		["GU", "Guam,GU"],
		["MP", "Northern Mariana Islands,CNMI,MP"],
		["AS", "American Samoa,AS"],
		["ON", "Ontario,ON,Ont.,CA-ON,Ontario (Canada),ON CA"],
		["QC", "Quebec,Québec,QC,PQ,Que.,CA-QC,Québec"],
		["BC", "British Columbia,B.C.,BC,CA-BC,Colombie-Britannique"],
		["NL", "Newfoundland and Labrador,Newfoundland,NL,Nfld.,Newfoundland & Labrador"],
		["PE", "Prince Edward Island,PEI,P.E.I.,PE"],
		["NT", "Northwest Territories,NWT,N.W.T.,NT"],
		["YT", "Yukon,Yukon Territory,YT"],
	])("%s is understood however it is written", (code, written) => {
		for (const text of written.split(",")) expect(readState(text), JSON.stringify(text)).toBe(code);
	});

	it.each(
		"Narnia,XX,ZZ,England,NSW,Mexico,Baja California,Canada,USA,US,Earth,F,Florid,Floridaa,FL or GA,FL/GA,12,33101,active,new,A,Virgin,North,Carolina,Dakota,Jefferson,NYC,New York City,AE,AP,__proto__,constructor,Washington Oregon,U".split(
			",",
		),
	)("%j is none", (text) => {
		expect(readState(text)).toBeNull();
		expect(isNoState(text)).toBe(false);
	});

	it.each(["", " ", "-", "--", "n/a", "N/A", "none", "NULL", "unknown", "?", "."])(
		"%j says nothing of a state",
		(text) => {
			expect(isNoState(text)).toBe(true);
		},
	);

	it("has its hours, whatever its name: nobody in Florida is texted at 20:30 with a number from California", () => {
		for (const state of ["FL", "Florida", "US-FL", "fla.", "florida "]) {
			const contact = { number: "+14155550100", state };
			expect(mayMarketAt(contact, new Date("2026-07-16T00:30:00Z")).allowed, state).toBe(false);
		}
	});

	it("of Canada has Canada's hours", () => {
		const contact = { number: "+14165550100", state: "Ontario" };
		// Wednesday 8:59 and 9:00 in Kenora; Saturday 18:00 in Toronto.
		expect(mayMarketAt(contact, new Date("2026-07-15T13:59:00Z")).allowed).toBe(false);
		expect(mayMarketAt(contact, new Date("2026-07-15T14:00:00Z")).allowed).toBe(true);
		expect(mayMarketAt(contact, new Date("2026-07-18T22:00:00Z"))).toMatchObject({
			allowed: false,
			rule: expect.stringMatching(/^quiet hours of Canada/),
		});
	});

	it("is known by each abbreviation of the table", () => {
		for (const code of stateZones.keys()) expect(readState(code.toLowerCase())).toBe(code);
	});
});
