import { describe, expect, it } from "vitest";
import { CsvFault } from "../../src/csv/csv-fault.ts";
import { decodeText } from "../../src/csv/decode-text.ts";

const names =
	"number;name\r\n+14155550199;José Muñoz\r\n+14155550198;Zoë Größe\r\n+14155550197;Renée O’Brien – “Çelik” €\r\n";
const utf16 = (text: string, isBig: boolean) =>
	new Uint8Array(
		Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) =>
			isBig ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8],
		),
	);
const windowsSigns = new Map([
	["€", 0x80],
	["’", 0x92],
	["“", 0x93],
	["”", 0x94],
	["–", 0x96],
]);
const windows = (text: string) =>
	new Uint8Array([...text].map((sign) => windowsSigns.get(sign) ?? sign.charCodeAt(0)));

describe("bytes", () => {
	it.each([
		["UTF-8", new TextEncoder().encode(names), "utf-8"],
		["UTF-8 with a mark", new TextEncoder().encode(`\uFEFF${names}`), "utf-8"],
		["UTF-16, little end first", utf16(names, false), "utf-16le"],
		["UTF-16, little end first, with a mark", utf16(`\uFEFF${names}`, false), "utf-16le"],
		["UTF-16, big end first", utf16(names, true), "utf-16be"],
		["UTF-16, big end first, with a mark", utf16(`\uFEFF${names}`, true), "utf-16be"],
		["Windows-1252", windows(names), "windows-1252"],
	])("of %s are read without a wrong letter", (_name, bytes, encoding) => {
		const decoded = decodeText(bytes);
		expect(decoded.encoding).toBe(encoding);
		expect(decoded.text.replace("\uFEFF", "")).toBe(names);
	});

	it("of Chinese and Arabic names in UTF-16 are known without a mark", () => {
		const text = "4155550199,王小明\r\n4155550198,محمد عبد الله\r\n4155550197,Дмитрий\r\n";
		expect(decodeText(utf16(text, false)).text).toBe(text);
		expect(decodeText(utf16(text, true)).text).toBe(text);
	});

	it("are read as their sender says where nothing else tells", () => {
		expect(decodeText(windows("Ren\u00e9"), { charset: "ISO-8859-1" }).text).toBe("René");
		expect(decodeText(new TextEncoder().encode("René"), { charset: '"utf-8"' }).text).toBe("René");
		expect(decodeText(windows("Ren\u00e9"), { charset: "utf-8" }).text).toBe("René");
		expect(() => decodeText(new Uint8Array([65]), { charset: "ebcdic" })).toThrow(/“ebcdic” is not known/);
	});

	it.each([
		["an old Mac", [...windows("number,name\n1,Jos"), 0x8e, 0x0a], /^Line 2: these characters are neither/],
		["an old Mac, within a word", [...windows("Mar"), 0x87, ...windows("a,1")], /^Line 1: /],
		["DOS", [...windows("1,Jos"), 0x82, 0x0a], /^Line 1: /],
		["a byte of no letter", [...windows("a\r\nb\r\nc"), 0x81], /^Line 3: /],
		["UTF-8 with one spoilt letter", [...new TextEncoder().encode("1,José\n2,Ren"), 0xe9], /^Line 1: /],
		["a spreadsheet", [0x50, 0x4b, 3, 4, 20, 0], /spreadsheet/],
		["a picture", [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13], /not text|neither/],
		["half of a character in UTF-16", [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00], /no UTF-16/],
		["zeros", [65, 0, 0, 0, 66, 67, 0, 0, 0], /not text/],
	])("of %s are refused, and never wrong names", (_name, bytes, words) => {
		const read = () => decodeText(new Uint8Array(bytes));
		expect(read).toThrow(CsvFault);
		expect(read).toThrow(words);
	});

	it("that are the beginning of a file may end within a letter", () => {
		const cut = new TextEncoder().encode("number\né").slice(0, 8);
		expect(decodeText(cut, { isWhole: false })).toEqual({ encoding: "utf-8", text: "number\n" });
	});
});
