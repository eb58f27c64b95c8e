import { neighbouringAreaCodes } from "./neighbouring-area-codes.ts";

/** Where a local number may be looked for: in the area code, in its state or province, anywhere in the country. */
const searchWidths = ["area", "state", "country"] as const;
export type SearchWidth = (typeof searchWidths)[number];

/** Each neighbour is one question to the carrier; beyond a dozen the number is no nearer than any other. */
const neighboursMax = 12;

/** The searches to make, in this order, until one finds a number. Null: anywhere in the country. */
export function planNumberSearch(areaCode: string | null, widths: readonly SearchWidth[]): (string | null)[] {
	if (areaCode === null) return [null];
	return widths.flatMap((width) => {
		if (width === "area") return [areaCode];
		if (width === "state") return neighbouringAreaCodes(areaCode).slice(0, neighboursMax);
		return [null];
	});
}

/** The installer's words ("area,state,country"); those that are none are left out, and nothing left means all. */
export function readSearchWidths(text: string): SearchWidth[] {
	const words = text.split(",").map((word) => word.trim());
	const widths = searchWidths.filter((width) => words.includes(width));
	return widths.length > 0 ? widths : [...searchWidths];
}
