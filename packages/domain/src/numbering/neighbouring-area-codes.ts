import { areaCodes } from "./area-codes.ts";

/** Lists the state's other area codes, nearest first; empty for an unknown code. */
export function listNeighbouringAreaCodes(areaCode: string): string[] {
	const home = areaCodes.get(areaCode);
	if (!home) return [];
	const shrink = Math.cos((home.latitude * Math.PI) / 180);
	return [...areaCodes]
		.filter(
			([code, { region, country }]) =>
				code !== areaCode && region === home.region && country === home.country,
		)
		.map(([code, { latitude, longitude }]) => ({
			code,
			// Flat geometry is enough within a state; a degree of longitude shrinks towards the pole.
			distance: Math.hypot(latitude - home.latitude, (longitude - home.longitude) * shrink),
		}))
		.sort((a, b) => a.distance - b.distance || Number(a.code) - Number(b.code))
		.map(({ code }) => code);
}
