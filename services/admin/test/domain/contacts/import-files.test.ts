import { decodeText } from "@cloudpbx/domain/csv/decode-text";
import { readNumber } from "@cloudpbx/domain/numbering/read-number";
import { joinNumber } from "@cloudpbx/domain/phone-number";
import { expect, it } from "vitest";
import { collectRecipients } from "../../../src/domain/campaigns/collect-recipients.ts";
import { readRecipientRows } from "../../../src/domain/campaigns/read-recipient-rows.ts";
import { readOptOutRows } from "../../../src/domain/texts/read-opt-out-rows.ts";
import { makeOfficeFile } from "../../office-file.ts";

const files = 1500;

it("reads the recipients of any file that an office's programs write", () => {
	for (let seed = 1; seed <= files; seed += 1) {
		const { bytes, kind, rows } = makeOfficeFile(seed);
		const read = [...readRecipientRows(decodeText(bytes).text)].map(({ recipient }) => {
			const number = readNumber(recipient.number, "US");
			return {
				number: number.ok ? number.number : `${recipient.number}: ${number.reason}`,
				state: recipient.state ?? "",
				timeZone: recipient.timeZone ?? "",
				fields: recipient.fields ?? {},
			};
		});
		// A leading apostrophe before a sign was added by a guard: `'=x` means `=x`.
		expect(read, kind).toEqual(rows.map(({ reason: _, ...row }) => row));
	}
	console.log(`${files} files of recipients read back`);
}, 60_000);

it("reads the opt-outs of the same files", () => {
	for (let seed = 1; seed <= files; seed += 1) {
		const { bytes, kind, rows } = makeOfficeFile(seed);
		const read = readOptOutRows(decodeText(bytes).text);
		expect(
			read.map(({ number }) => joinNumber(number)),
			kind,
		).toEqual(rows.map(({ number }) => number));
		if (rows.some(({ fields }) => Object.keys(fields).length > 0)) {
			expect(
				read.map(({ reason }) => reason),
				kind,
			).toEqual(rows.map(({ reason }) => reason));
		}
	}
}, 60_000);

it.each([
	[
		"number,name\n415555019.0,Ann\n",
		/^Line 2, column 1 \(“number”\): “415555019.0”: This is a number with decimals/,
	],
	[
		"Name;Phone\nAnn;4.15556E+09\n",
		/^Line 2, column 2 \(“Phone”\): “4.15556E\+09”: A spreadsheet has shortened this number/,
	],
	[
		"Name,Phone\nAnn,call me\nBob,\n",
		/^Line 2, column 2 \(“Phone”\): “call me”: This is not a telephone number.*None of the 2 entries/,
	],
	[
		"Phone,Mobile\n4155550199,4155550198\n",
		/^Line 1: “Phone” \(column 1\) and “Mobile” \(column 2\) both hold telephone numbers/,
	],
	["4155550199,4155550198\n", /^Line 1: column 1 and column 2 both hold telephone numbers/],
	["Name,City\nAnn,Rome\n", /^Line 1, column 1: “Name”: /],
	[
		"Phone,State\n4155550199,Narnia\n",
		/^Line 2, column 1 \(“Phone”\): .*“Narnia” is no state and no province/,
	],
	['Phone,Name\n4155550199,"Ann\n', /^Line 2, column 2: a quotation mark opens this cell/],
	["sep=#\nPhone\n4155550199\n", /^Line 1: “sep=#”/],
	["number\n+1415\u202a555019\n", /“\+1415\\u202A555019”/],
])("%j is refused by line and column, with what was expected", (text, words) => {
	const read = () => {
		const collected = collectRecipients(readRecipientRows(text));
		if (collected.ok) return "taken";
		throw new Error(collected.error.message);
	};
	expect(read).toThrow(words);
});

it.each([
	["Phone 1 - Value,Phone 2 - Value\n4155550199,4155550198\n", ["4155550199"]],
	["Home Phone,Mobile Phone\n,4155550198\n,4155550197\n", ["4155550198", "4155550197"]],
	["Kunde;Nummer extern\nAnn;4155550199\n", ["4155550199"]],
	["Name,Fax,Account Number,number\nAnn,4155550100,12345678,4155550199\n", ["4155550199"]],
	["Phone Type,Phone\nMobile,4155550199\n", ["4155550199"]],
	["Order ID,Ann's cell\n10000000001,4155550199\n", ["4155550199"]],
])("%j has its number found by the heading, or else by what stands in the column", (text, numbers) => {
	expect([...readRecipientRows(text)].map(({ recipient }) => recipient.number)).toEqual(numbers);
});

it("reads 10 MB quickly, one row at a time", () => {
	const text = `Name;Mobile;Note\r\n${'"Müller, Zoë";(415) 555-0199;"a ""b"" c"\r\n'.repeat(240_000)}`;
	const started = performance.now();
	let count = 0;
	for (const { recipient } of readRecipientRows(text)) {
		if (recipient.number !== "(415) 555-0199") throw new Error(recipient.number);
		count += 1;
	}
	const milliseconds = Math.round(performance.now() - started);
	console.log(`${(text.length / 1e6).toFixed(1)} MB, ${count} rows: ${milliseconds} ms`);
	expect(count).toBe(240_000);
	expect(milliseconds).toBeLessThan(15_000);
}, 60_000);
