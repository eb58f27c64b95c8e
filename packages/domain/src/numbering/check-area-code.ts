import { areaCodes } from "./area-codes.ts";
import { isTollFreeCode } from "./number-kind.ts";

/** The two countries that share our area codes, as Twilio and libphonenumber name them. */
export type HomeCountry = "US" | "CA";

const countryNames: Record<HomeCountry, string> = { US: "the United States", CA: "Canada" };

/** Returns why no local number can be rented in this area code, in words for the owner, or null. */
export function checkAreaCode(areaCode: string, country: HomeCountry): string | null {
	if (isTollFreeCode(areaCode)) return `${areaCode} is a toll-free prefix, not the area code of a place.`;
	// N11 are service codes (911), 900 is premium rate: nanpa.com, "Numbering resources".
	if (/^[2-9]11$/.test(areaCode) || areaCode === "900") return `${areaCode} is not the area code of a place.`;
	const territory = areaCodes.get(areaCode);
	if (territory && territory.country !== country) {
		return `${areaCode} is in ${countryNames[territory.country]}; numbers are rented in ${countryNames[country]}.`;
	}
	return null;
}
