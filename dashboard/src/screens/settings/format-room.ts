import { countOf, formatInteger } from "../../words/counts.ts";

/** "118 of 500 characters". */
export function formatRoom(text: string, max: number): string {
	return `${formatInteger(text.length)} of ${countOf(max, { one: "character", other: "characters" })}`;
}
