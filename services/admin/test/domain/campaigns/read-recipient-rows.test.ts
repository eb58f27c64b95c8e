import { expect, it } from "vitest";
import { readRecipientRows } from "../../../src/domain/campaigns/read-recipient-rows.ts";

const read = (text: string) => [...readRecipientRows(text)];

it("reads a file whose heading names columns in any order", () => {
	const file =
		'\uFEFFFirst Name,Phone Number,Time Zone,State,code\r\nJane,+14155550199,America/Denver,CO,"a, ""b"""\r\n\r\n,415 555 0198\r\n';
	expect(read(file)).toEqual([
		{
			place: "Line 2",
			numberPlace: "column 2 (“Phone Number”)",
			recipient: {
				number: "+14155550199",
				timeZone: "America/Denver",
				state: "CO",
				fields: { "First Name": "Jane", code: 'a, "b"' },
			},
		},
		{
			place: "Line 4",
			numberPlace: "column 2 (“Phone Number”)",
			recipient: { number: "415 555 0198" },
		},
	]);
});

it.each(["number", "phone", "to", "phone number", "PHONE_NUMBER"])(
	"takes a column called %s for the number",
	(heading) => {
		expect(read(`firstName,${heading}\nJane,1`)).toMatchObject([
			{ place: "Line 2", recipient: { number: "1", fields: { firstName: "Jane" } } },
		]);
	},
);

it("takes the first column for the number where there is no heading", () => {
	expect(read("+14155550199,Jane\n+14155550198,Sam\n").map(({ recipient }) => recipient)).toEqual([
		{ number: "+14155550199" },
		{ number: "+14155550198" },
	]);
});

it("hands a row without a number on, for the engine to set aside", () => {
	expect(read("firstName,number\nJane\n")).toMatchObject([
		{ place: "Line 2", recipient: { number: "", fields: { firstName: "Jane" } } },
	]);
});

it("has nobody in a file with only a heading, and no field of a column without one", () => {
	expect(read("")).toEqual([]);
	expect(read("number,firstName\n")).toEqual([]);
	expect(read("number,,__proto__\n1,a,b").map(({ recipient }) => recipient)).toEqual([{ number: "1" }]);
});
