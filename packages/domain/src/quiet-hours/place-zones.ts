import { areaCodes } from "../numbering/area-codes.ts";
import { areaCodeOf, isTollFreeCode } from "../numbering/number-kind.ts";
import { areaCodeZones } from "./area-code-zones.ts";
import { isTimeZone } from "./local-time.ts";

/**
 * Zones with a place in the US and Canada, each line led by the one of `state-zones.ts` with the same clock.
 * Source, read on 2026-11-28: zone1970.tab and backward of the IANA database (2025b).
 */
const places = {
	US: `
America/New_York US/Eastern America/Kentucky/Louisville America/Louisville America/Kentucky/Monticello
America/Detroit US/Michigan
America/Indiana/Indianapolis America/Indianapolis America/Fort_Wayne US/East-Indiana America/Indiana/Vincennes America/Indiana/Winamac America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Vevay
America/Chicago US/Central America/Indiana/Tell_City America/Indiana/Knox America/Knox_IN US/Indiana-Starke America/Menominee America/North_Dakota/Center America/North_Dakota/New_Salem America/North_Dakota/Beulah
America/Denver US/Mountain America/Shiprock Navajo
America/Boise
America/Phoenix US/Arizona
America/Los_Angeles US/Pacific
America/Anchorage US/Alaska America/Juneau America/Sitka America/Metlakatla America/Yakutat America/Nome
America/Adak America/Atka US/Aleutian
Pacific/Honolulu US/Hawaii Pacific/Johnston
America/Puerto_Rico America/St_Thomas America/Virgin
Pacific/Guam Pacific/Saipan
Pacific/Pago_Pago Pacific/Samoa US/Samoa Pacific/Midway`,
	CA: `
America/St_Johns Canada/Newfoundland
America/Halifax Canada/Atlantic America/Glace_Bay America/Moncton America/Goose_Bay
America/Puerto_Rico America/Blanc-Sablon
America/Toronto Canada/Eastern America/Montreal America/Nipigon America/Thunder_Bay America/Iqaluit America/Pangnirtung
America/Panama America/Atikokan America/Coral_Harbour
America/Winnipeg Canada/Central America/Rainy_River America/Resolute America/Rankin_Inlet
America/Regina Canada/Saskatchewan America/Swift_Current
America/Edmonton Canada/Mountain America/Cambridge_Bay America/Yellowknife America/Inuvik
America/Whitehorse Canada/Yukon America/Dawson
America/Phoenix America/Creston America/Dawson_Creek America/Fort_Nelson
America/Vancouver Canada/Pacific`,
};
const leadersAbroad = new Set(["CA America/Puerto_Rico", "CA America/Panama", "CA America/Phoenix"]);

type Country = keyof typeof places;

const zonesOf: Record<Country, ReadonlyMap<string, string>> = { US: readPlaces("US"), CA: readPlaces("CA") };

/** Returns the clock of a recipient's own zone when it lies in the number's country, else null. */
export function findPlaceZone(timeZone: string | null | undefined, number: string): string | null {
	const name = timeZone?.trim().replace(/ +/g, "_") ?? "";
	if (!name.includes("/") && name.toLowerCase() !== "navajo") return null;
	const key = name.toLowerCase();
	const found = countriesOf(number).map((country) => zonesOf[country].get(key));
	const zone = found.find((one) => one !== undefined);
	if (zone !== undefined) return zone;
	return number.startsWith("+1") ? null : findZoneAbroad(name);
}

function findZoneAbroad(name: string): string | null {
	const isPlace =
		/^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Chile|Europe|Indian|Mexico|Pacific)\//i;
	const isHere = (["US", "CA"] as const).some((country) => zonesOf[country].has(name.toLowerCase()));
	return isPlace.test(name) && !isHere && isTimeZone(name) ? name : null;
}

function countriesOf(number: string): readonly Country[] {
	const code = areaCodeOf(number);
	if (code === null) return [];
	if (areaCodeZones.has(code)) return ["US"];
	const country = isTollFreeCode(code) ? undefined : areaCodes.get(code)?.country;
	return country === undefined ? ["US", "CA"] : [country];
}

function readPlaces(country: Country): ReadonlyMap<string, string> {
	const lines = places[country].trim().split("\n");
	return new Map(
		lines.flatMap((line) => {
			const [clock = "", ...others] = line.split(" ");
			const names = leadersAbroad.has(`${country} ${clock}`) ? others : [clock, ...others];
			return names.map((name): [string, string] => [name.toLowerCase(), clock]);
		}),
	);
}
