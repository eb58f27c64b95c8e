import { expect, it } from "vitest";
import { countSegments } from "../../src/messages/count-segments.ts";

/** Boundaries by Twilio's sms-segments-calculator 1.3.0. */
it.each([
	["nothing", "", "GSM-7", 1],
	["160 plain characters", "a".repeat(160), "GSM-7", 1],
	["161 plain characters", "a".repeat(161), "GSM-7", 2],
	["306 plain characters", "a".repeat(306), "GSM-7", 2],
	["307 plain characters", "a".repeat(307), "GSM-7", 3],
	["1600 plain characters", "a".repeat(1600), "GSM-7", 11],
	["80 euros", "€".repeat(80), "GSM-7", 1],
	["81 euros", "€".repeat(81), "GSM-7", 2],
	["line breaks and accents of the alphabet", "é\r\nÄ", "GSM-7", 1],
	[
		"an escaped character that goes over to the next part",
		`${"a".repeat(152)}€${"a".repeat(151)}`,
		"GSM-7",
		2,
	],
	["one more after it", `${"a".repeat(152)}€${"a".repeat(152)}`, "GSM-7", 3],
	["a curly apostrophe", "It’s", "UCS-2", 1],
	["a backtick", "`", "UCS-2", 1],
	["a tab", "\t", "UCS-2", 1],
	["a small c with cedilla", "ç", "UCS-2", 1],
	["70 characters of UCS-2", "ж".repeat(70), "UCS-2", 1],
	["71 characters of UCS-2", "ж".repeat(71), "UCS-2", 2],
	["134 characters of UCS-2", "ж".repeat(134), "UCS-2", 2],
	["135 characters of UCS-2", "ж".repeat(135), "UCS-2", 3],
	["35 emoji", "😀".repeat(35), "UCS-2", 1],
	["36 emoji", "😀".repeat(36), "UCS-2", 2],
	["67 emoji, of which none is split", "😀".repeat(67), "UCS-2", 3],
])("counts %s", (_, text, encoding, segments) => {
	expect(countSegments(text)).toEqual({ encoding, segments });
});
