import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { describe, expect, it } from "vitest";
import { countSegments } from "../../src/segments/count-segments.ts";

describe("segments in GSM-7", () => {
	it.each([
		["one character", "a", 1, 1],
		["160 characters", "a".repeat(160), 1, 160],
		["161 characters", "a".repeat(161), 2, 161],
		["306 characters", "a".repeat(306), 2, 306],
		["307 characters", "a".repeat(307), 3, 307],
		["1,600 characters", "a".repeat(1600), 11, 1600],
		["80 euro signs", "€".repeat(80), 1, 160],
		["81 euro signs", "€".repeat(81), 2, 162],
		["form feeds", "\f".repeat(81), 2, 162],
		["all of the extension table", "\f^{}\\[~]|€", 1, 20],
		["line ends of both kinds", "\r\n".repeat(80), 1, 160],
		["accents that the alphabet has", "éèàùìòñüöäÅåßÆæØø¡¿Ç", 1, 20],
	])("counts %s", (_name, body, segments, units) => {
		expect(countSegments(body)).toEqual({ encoding: "GSM-7", segments, units, nonGsmCharacters: [] });
	});

	it("never splits an escaped character: the part before it stays one septet short", () => {
		const split = `${"a".repeat(152)}€${"a".repeat(152)}`;
		expect(countSegments(split)).toMatchObject({ units: 306, segments: 3 });
		expect(countSegments(`${"a".repeat(151)}€${"a".repeat(153)}`)).toMatchObject({ units: 306, segments: 2 });
	});

	it("counts nothing for an empty text", () => {
		expect(countSegments("")).toEqual({ encoding: "GSM-7", segments: 0, units: 0, nonGsmCharacters: [] });
	});
});

describe("segments in UCS-2", () => {
	it.each([
		["70 characters", "ç".repeat(70), 1, 70],
		["71 characters", "ç".repeat(71), 2, 71],
		["134 characters", "ç".repeat(134), 2, 134],
		["135 characters", "ç".repeat(135), 3, 135],
		["35 emoji", "😀".repeat(35), 1, 70],
		["36 emoji", "😀".repeat(36), 2, 72],
		["extension characters as one unit", `ç${"€".repeat(69)}`, 1, 70],
	])("counts %s", (_name, body, segments, units) => {
		expect(countSegments(body)).toMatchObject({ encoding: "UCS-2", segments, units });
	});

	it("never splits a surrogate pair: 67 units hold 33 emoji", () => {
		expect(countSegments("😀".repeat(66))).toMatchObject({ units: 132, segments: 2 });
		expect(countSegments("😀".repeat(67))).toMatchObject({ units: 134, segments: 3 });
	});

	it("never splits what a reader sees as one character", () => {
		const family = "👨‍👩‍👧‍👦";
		expect(family).toHaveLength(11);
		expect(countSegments(`${"ç".repeat(60)}${family}`)).toMatchObject({ units: 71, segments: 2 });
		expect(countSegments(family.repeat(12))).toMatchObject({ units: 132, segments: 2 });
		expect(countSegments(family.repeat(13))).toMatchObject({ units: 143, segments: 3 });
	});

	it("splits a character that no part could hold", () => {
		const towering = `a${"\u0301".repeat(200)}`;
		expect(countSegments(towering)).toMatchObject({ units: 201, segments: 3 });
	});

	it.each([
		["’", "a smart quote"],
		["`", "a backtick"],
		["ç", "a lower-case c with cedilla"],
		["\t", "a tab"],
		["á", "an accent that the alphabet lacks"],
		["–", "a dash"],
		["\u00a0", "a hard blank"],
		["\ud800", "half of a surrogate pair"],
	])("names %j, %s, as what forces it", (character) => {
		expect(countSegments(`Hi ${character}, ${character}!`)).toMatchObject({
			encoding: "UCS-2",
			nonGsmCharacters: [character],
		});
	});

	it("names each character once, in the order of the text, as a reader sees it", () => {
		expect(countSegments("It’s 👍🏽 – it’s ç👍🏽").nonGsmCharacters).toEqual(["’", "👍🏽", "–", "ç"]);
	});
});

describe("segments beside Twilio's own calculator", () => {
	const pieces = [
		..."aZ0 @£Δ_\n\r¡§à€[]{}^~|\\\f",
		..."’`ç\táí–…中文ป\u00a0",
		"😀",
		"👍🏽",
		"👨‍👩‍👧",
		"🇺🇸",
		"e\u0301",
		"\r\n",
		"❤️",
		"a".repeat(50),
		"a".repeat(150),
		"ç".repeat(60),
	];

	it("agrees about any mixture of characters", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 }), (parts) => {
				expectAgreement(parts.join(""));
			}),
			{ numRuns: 400 },
		);
	});

	it("agrees about texts of GSM-7 around every boundary", () => {
		fc.assert(
			fc.property(fc.nat(480), fc.array(fc.nat(480), { maxLength: 12 }), (length, escapes) => {
				const characters: string[] = new Array(length + 1).fill("a");
				for (const at of escapes) if (at <= length) characters[at] = "€";
				expectAgreement(characters.join(""));
			}),
			{ numRuns: 150 },
		);
	});

	it("agrees about the alphabet of every character up to the currency signs", () => {
		for (let unit = 0; unit < 0x20d0; unit++) {
			const body = `a${String.fromCharCode(unit)}`;
			const oracle = new SegmentedMessage(body);
			expect(countSegments(body).encoding, unit.toString(16)).toBe(oracle.getEncodingName());
		}
	});

	function expectAgreement(body: string): void {
		const oracle = new SegmentedMessage(body);
		const ours = countSegments(body);
		expect(ours.segments, JSON.stringify(body)).toBe(oracle.segmentsCount);
		expect(ours.encoding).toBe(oracle.getEncodingName());
		expect(ours.units).toBe(oracle.messageSize / (ours.encoding === "GSM-7" ? 7 : 16));
	}
});
