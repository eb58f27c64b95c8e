export interface SegmentCount {
	encoding: "GSM-7" | "UCS-2";
	segments: number;
}

/** 3GPP TS 23.038, default alphabet: one septet each. */
const basic = new Set(
	"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Two septets each: an escape and a character. */
const extended = new Set("^{}\\[~]|€\f");

/** A part of a longer text loses 6 bytes to the header that joins the parts. */
const septets = { alone: 160, part: 153 };
const utf16Units = { alone: 70, part: 67 };

/** An escaped character or an emoji is never split between two segments. */
export function countSegments(text: string): SegmentCount {
	const characters = [...text];
	if (characters.every((one) => basic.has(one) || extended.has(one))) {
		const sizes = characters.map((one) => (extended.has(one) ? 2 : 1));
		return { encoding: "GSM-7", segments: countParts(sizes, septets) };
	}
	const graphemes = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)];
	const sizes = graphemes.map(({ segment }) => segment.length);
	return { encoding: "UCS-2", segments: countParts(sizes, utf16Units) };
}

function countParts(sizes: readonly number[], room: { alone: number; part: number }): number {
	const whole = sizes.reduce((sum, size) => sum + size, 0);
	if (whole <= room.alone) return 1;
	let parts = 1;
	let used = 0;
	for (const size of sizes) {
		if (used + size > room.part) {
			parts += 1;
			used = 0;
		}
		used += size;
	}
	return parts;
}
