import { describe, expect, it } from "vitest";
import {
	looksLikeNumber,
	nameFields,
	readHead,
	useColumn,
	writeHeading,
} from "../../src/screens/campaigns/domain/csv-head.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const headOf = (text: string) => readHead(bytesOf(text), true);
const usesOf = (text: string) => headOf(text)?.columns.map(({ use }) => use);

describe("the beginning of a list", () => {
	it.each([
		["number,firstName\n+14155550199,Ana", ["number", "field"]],
		[
			"Name;Mobile Phone;State;Time Zone\nAna;4155550199;CA;America/Los_Angeles",
			["field", "number", "state", "timeZone"],
		],
		["Contact,Reach\nAna,(415) 555-0199\nBob,212-555-0187", ["field", "number"]],
		["Ana,+14155550199\nBob,+14155550198", ["field", "number"]],
		["+14155550199\n+14155550198", ["number"]],
		["phone,\n+14155550199,\n", ["number", "ignore"]],
		["<b>name</b>,=cmd()\n+14155550199,x", ["number", "field"]],
	])("%j has these columns", (text, uses) => {
		expect(usesOf(text)).toEqual(uses);
	});

	it("takes a line with a number in it for a recipient, unless somebody says otherwise", () => {
		const text = "Ana,+14155550199\nBob,+14155550198";
		expect(headOf(text)).toMatchObject({ hasHeading: false, headingEnd: 0 });
		expect(readHead(bytesOf(text), true, true)).toMatchObject({ hasHeading: true, headingEnd: 17 });
	});

	it("shows five rows, and none that is cut off", () => {
		const rows = Array.from({ length: 9 }, (_, index) => `+141555501${index}0,Person ${index}`);
		expect(headOf(["number,name", ...rows].join("\n"))?.columns[1]?.cells).toHaveLength(5);
		const cut = bytesOf("number,name\n+14155550100,Ana\n+14155550101,Bo");
		expect(readHead(cut, false)?.columns[1]?.cells).toEqual(["Ana"]);
	});

	it("is nothing without a row", () => {
		for (const text of ["", "\n\n", ",,\n"]) expect(headOf(text), text).toBeNull();
	});

	it("reads what spreadsheets of other systems write", () => {
		const windows = new Uint8Array([...bytesOf("number,name\n+14155550199,Ren"), 0xe9]);
		expect(readHead(windows, true)).toMatchObject({ encoding: "windows-1252" });
		expect(readHead(windows, true)?.columns[1]?.cells).toEqual(["René"]);
		const units = Array.from("\uFEFFnumber\tname\n1\tÅ", (character) => character.charCodeAt(0));
		const utf16 = new Uint8Array(units.flatMap((unit) => [unit & 0xff, unit >> 8]));
		expect(readHead(utf16, true)).toMatchObject({ encoding: "utf-16le", separator: "\t", headingEnd: 13 });
		// The limit may cut a character in two; the encoding stays.
		expect(readHead(bytesOf("number\né").slice(0, 8), false)?.encoding).toBe("utf-8");
	});

	it("says what no list is, and leaves a choice between two columns of numbers to a person", () => {
		expect(() => readHead(new Uint8Array([0x50, 0x4b, 3, 4]), true)).toThrow(/spreadsheet/);
		expect(() => headOf('number\n"1')).toThrow(/^Line 2, column 1/);
		expect(usesOf("Phone,Mobile\n4155550199,4155550198")).toEqual(["field", "field"]);
		const titled = headOf("sep=;\nCustomers\nName;Mobile\nAna;4155550199");
		expect(titled).toMatchObject({ headingEnd: 28, hasHeading: true, separator: ";" });
		expect(titled?.columns.map(({ use }) => use)).toEqual(["field", "number"]);
	});

	it("leaves the mark at the beginning out of the rows", () => {
		expect(headOf("\uFEFF+14155550199")).toMatchObject({ headingEnd: 1 });
		expect(headOf("\uFEFFnumber\n+14155550199")).toMatchObject({ headingEnd: 8 });
	});
});

describe("the heading that is handed in", () => {
	it("says of each column what it is; what is ignored has no name", () => {
		const head = headOf("Phone,First Name,State,Notes\n+14155550199,Ana,CA,x");
		const columns = useColumn(head?.columns ?? [], 3, "ignore");
		expect(writeHeading(columns, ",")).toBe("number,First Name,state,\n");
	});

	it("moves what can stand in one column only", () => {
		const columns = useColumn(headOf("phone,mobile\n+14155550199,+14155550198")?.columns ?? [], 1, "number");
		expect(columns.map(({ use }) => use)).toEqual(["field", "number"]);
		expect(writeHeading(columns, ";")).toBe("phone field;number\n");
	});

	it("gives each field a name that a message can hold, once", () => {
		const text = "phone,Name,name,{{x}}|y,,State field,__proto__\n+14155550199,a,b,c,d,e,f";
		expect(nameFields(headOf(text)?.columns ?? [])).toEqual([
			"",
			"Name",
			"name 2",
			"x y",
			"field 5",
			"State field",
			"__proto__",
		]);
	});
});

it.each([
	["+1 (415) 555-0199", true],
	["415.555.0199", true],
	["555-01", false],
	["12/24/2026 10:00", false],
	["=1+1", false],
	["1234567890123456", false],
])("%j looks like a number: %s", (cell, isNumber) => {
	expect(looksLikeNumber(cell)).toBe(isNumber);
});
