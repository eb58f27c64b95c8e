import { septetsOf } from "./gsm-alphabet.ts";

/** A part of a longer text loses six octets to the header that joins the parts (3GPP TS 23.040, 9.2.3.24.1). */
const gsmUnits = { single: 160, part: 153 };
const ucsUnits = { single: 70, part: 67 };

export interface SegmentCount {
	encoding: "GSM-7" | "UCS-2";
	/** How many messages the carrier bills; 0 for an empty text. */
	segments: number;
	/** Septets in GSM-7, UTF-16 units in UCS-2. */
	units: number;
	/** The characters that force UCS-2, each once, in the order of the text; empty in GSM-7. */
	nonGsmCharacters: string[];
}

/**
 * What a text costs, by the rules of Twilio's calculator (npm sms-segments-calculator): one character outside of GSM-7
 * turns the whole text to UCS-2; neither an escaped character nor what a reader sees as one character (a surrogate
 * pair, a flag, a family) is split between two parts.
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
/** Whatever makes one character of several code points (Unicode UAX 29); without any, no segmenter is needed. */
const joining =
	/[\p{M}\p{Cf}\p{RI}\p{Emoji_Modifier}\r\u0d4e\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff9e\uff9f]/u;

function splitCharacters(text: string): string[] {
	if (!joining.test(text)) return Array.from(text);
	return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** A line end of two characters is two to the carrier; what no part could hold is split after all. */
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
