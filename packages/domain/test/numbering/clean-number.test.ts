import { describe, expect, it } from "vitest";
import { readNumber } from "../../src/numbering/read-number.ts";
import { joinNumber } from "../../src/phone-number.ts";

const right = [
	"4155550199",
	"14155550199",
	"+14155550199",
	"+1 415 555 0199",
	"(415) 555-0199",
	"415.555.0199",
	"415-555-0199",
	"415/555/0199",
	"1-415-555-0199",
	"\u202a+1 415\u2011555\u20110199\u202c",
	"\u200e4155550199\u200f",
	"\u20664155550199\u2069",
	"\u200b4155550199\u200b",
	"\ufeff4155550199",
	"415\u00a0555\u00a00199",
	"415\u2007555\u20070199",
	"415\u2010555\u20120199",
	"415–555–0199",
	"415—555—0199",
	"415−555−0199",
	"415﹣555－0199",
	"\u00ad4155550199",
	"415\u2060555\u20600199",
	"４１５５５５０１９９",
	"＋１４１５５５５０１９９",
	"（４１５）５５５－０１９９",
	"٤١٥٥٥٥٠١٩٩",
	"۴۱۵۵۵۵۰۱۹۹",
	"४१५५५५०१९९",
	'="4155550199"',
	'="+14155550199"',
	"=4155550199",
	"'4155550199",
	"'+1 415 555 0199",
	"’4155550199",
	'"4155550199"',
	"4155550199.0",
	"4155550199.00",
	"14155550199.0",
	"4155550199,0",
	"+14155550199.0",
	"4,155,550,199",
	"4,155,550,199.00",
	"tel:+14155550199",
	"tel:+1-415-555-0199",
	"Tel. 415 555 0199",
	"Mobile: 415-555-0199",
	"phone 415 555 0199",
	"Cell: (415) 555-0199",
	"m: 415 555 0199",
	"T. 415 555 0199",
	"sms:4155550199",
	"415-555-0199 (mobile)",
	"(415) 555-0199 (h)",
	"0014155550199",
	"00 1 415 555 0199",
	"+1(415)555-0199",
	" 4155550199 ",
	"\t4155550199\n",
	"+1.415.555.0199",
	"1 (415) 555 0199",
];

/** Wrong, shortened, several, or with digits that nobody can dial: each would be somebody else, or nobody. */
const wrong = [
	"415555019.0",
	"415555019",
	"41555501990",
	"415555019.00",
	"+1415555019.0",
	"415-555-019.0",
	"415555019,0",
	"4155550199.5",
	"415555019.9",
	"4155550.0",
	"4.15556E+09",
	"4.155550199E+09",
	"4,15556E+09",
	"4.15556e9",
	"1.41556E+10",
	"4E9",
	"+1.41556E+10",
	"4.15556E+9 ",
	"415-555-0199 x123",
	"415-555-0199 ext. 5",
	"415-555-0199 #5",
	"4155550199;ext=5",
	"tel:+14155550199;ext=7",
	"415 555 0199 or 415 555 0198",
	"4155550199 / 4155550198",
	"4155550199, 4155550198",
	"4155550199;4155550198",
	"4155550199 4155550198",
	"(415) 555-0199 ::: (415) 555-0198",
	"555-0199",
	"call me",
	"",
	"n/a",
	"12/24/2026",
	"94110",
	"a@b.example",
	"415555019O",
	"415-555-019l",
	"0000000000",
	"1234567890",
	"9999999999",
	"+",
	"++14155550199x",
	"4155550199 Ann",
	"00000",
	"-",
	"N/A",
	"#REF!",
	"#N/A",
	"4155550199\n4155550198",
	"$4155550199",
	"41555501.99",
	"415.55",
	"true",
	"null",
];

describe("a number of a list", () => {
	it.each(right)("%j is +14155550199", (text) => {
		expect(readNumber(text, "US")).toEqual({ ok: true, number: "+14155550199" });
		expect(joinNumber(text)).toBe("+14155550199");
	});

	it.each(wrong)("%j is nobody's", (text) => {
		const read = readNumber(text, "US");
		expect(read.ok ? read.number : null).toBeNull();
	});

	it("that a spreadsheet has spoilt is refused by what happened to it", () => {
		expect(readNumber("4.15556E+09", "US")).toMatchObject({
			reason: expect.stringMatching(/digits of it are lost/),
		});
		expect(readNumber("415555019.0", "US")).toMatchObject({ reason: expect.stringMatching(/decimals/) });
		expect(readNumber("4155550199 x5", "US")).toMatchObject({ reason: expect.stringMatching(/extension/) });
	});

	it("of another country is left as it is", () => {
		expect(readNumber("+33 1 42 68 53 00", "US")).toEqual({ ok: true, number: "+33142685300" });
		expect(readNumber("+33.1.42.68.53.00", "US")).toEqual({ ok: true, number: "+33142685300" });
		expect(readNumber("0044 20 7946 0018", "US")).toEqual({ ok: true, number: "+442079460018" });
		expect(readNumber("٠٠٤٤ 20 7946 0018", "US")).toEqual({ ok: true, number: "+442079460018" });
	});
});
