import { listNeighbouringAreaCodes } from "./neighbouring-area-codes.ts";

/** Where to search: the area code, its state or province, the country. */
const searchWidths = ["area", "state", "country"] as const;
export type SearchWidth = (typeof searchWidths)[number];

/** Each neighbour is one request to the carrier. */
const neighboursMax = 12;

/** Lists the searches to make until one finds a number. Null: anywhere in the country. */
export function planNumberSearch(areaCode: string | null, widths: readonly SearchWidth[]): (string | null)[] {
	if (areaCode === null) return [null];
	return widths.flatMap((width) => {
		if (width === "area") return [areaCode];
		if (width === "state") return listNeighbouringAreaCodes(areaCode).slice(0, neighboursMax);
		return [null];
	});
}

/** Reads "area,state,country"; unknown words are ignored, and nothing left means all. */
export function readSearchWidths(text: string): SearchWidth[] {
	const words = text.split(",").map((word) => word.trim());
	const widths = searchWidths.filter((width) => words.includes(width));
	return widths.length > 0 ? widths : [...searchWidths];
}
