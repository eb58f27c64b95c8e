import { septetsOf } from "./gsm-alphabet.ts";

const gsmUnits = { single: 160, part: 153 };
const ucsUnits = { single: 70, part: 67 };

export interface SegmentCount {
	encoding: "GSM-7" | "UCS-2";
	segments: number;
	units: number;
	/** The characters that force UCS-2, each once; empty in GSM-7. */
	nonGsmCharacters: string[];
}

/**
 * Counts like Twilio's calculator (npm sms-segments-calculator): one character outside of GSM-7 turns the text to
 * UCS-2; escaped characters and grapheme clusters are not split between parts.
 */
export function countSegments(body: string): SegmentCount {
	const septets = readSeptets(body);
	if (septets) return { encoding: "GSM-7", ...fillParts(septets, gsmUnits), nonGsmCharacters: [] };
	const characters = splitCharacters(body);
	return {
		encoding: "UCS-2",
		...fillParts(characters.flatMap(readUnits), ucsUnits),
		nonGsmCharacters: [...new Set(characters.filter((character) => readSeptets(character) === null))],
	};
}

function readSeptets(text: string): number[] | null {
	const septets: number[] = [];
	for (let at = 0; at < text.length; at++) {
		const count = septetsOf(text.charCodeAt(at));
		if (count === 0) return null;
		septets.push(count);
	}
	return septets;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Joins code points to one character (Unicode UAX 29); without any, no segmenter is needed. */
const joining =
	/[\p{M}\p{Cf}\p{RI}\p{Emoji_Modifier}\r\u0d4e\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff9e\uff9f]/u;

function splitCharacters(text: string): string[] {
	if (!joining.test(text)) return Array.from(text);
	return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** A line end of two characters counts two; a cluster too long for a part is split. */
function readUnits(character: string): number | number[] {
	if (character !== "\r\n" && character.length <= ucsUnits.part) return character.length;
	return Array.from(character, (codePoint) => codePoint.length);
}

function fillParts(sizes: number[], capacity: typeof gsmUnits): { segments: number; units: number } {
	const units = sizes.reduce((sum, size) => sum + size, 0);
	if (units <= capacity.single) return { segments: units === 0 ? 0 : 1, units };
	let segments = 1;
	let used = 0;
	for (const size of sizes) {
		if (used + size > capacity.part) {
			segments++;
			used = 0;
		}
		used += size;
	}
	return { segments, units };
}
