import { countOf, writeInteger } from "../../words/counts.ts";

/** "118 of 500 characters". */
export function writeRoom(text: string, max: number): string {
	return `${writeInteger(text.length)} of ${countOf(max, { one: "character", other: "characters" })}`;
}
