import { expect, it } from "vitest";
import { readRecipient } from "../../../src/domain/campaigns/read-recipient.ts";

it("reads a number alone, or an object whose other words and numbers are merge fields", () => {
	expect(readRecipient("+14155550199")).toEqual({ number: "+14155550199" });
	expect(readRecipient({ number: " 415 555 0199 ", firstName: "Jane", orders: 3 })).toEqual({
		number: "415 555 0199",
		fields: { firstName: "Jane", orders: "3" },
	});
});

it.each(["number", "to", "phone", "phoneNumber", "phone_number", "Phone Number"])(
	"takes the number from %s",
	(name) => {
		expect(readRecipient({ [name]: "+14155550199" })).toEqual({ number: "+14155550199" });
	},
);

it("prefers `number`, and keeps another one as a field", () => {
	expect(readRecipient({ to: "Jane", phone: null, number: "+14155550199" })).toEqual({
		number: "+14155550199",
		fields: { to: "Jane" },
	});
});

it("knows the recipient's own zone and state, and hands on what cannot be one, for it to be named", () => {
	const place = { timeZone: "America/Denver", state: "CO" };
	expect(readRecipient({ number: "1", ...place })).toEqual({ number: "1", ...place });
	expect(readRecipient({ number: "1", timeZone: "x".repeat(65), state: "Colorado" })).toEqual({
		number: "1",
		timeZone: `${"x".repeat(63)}…`,
		state: "Colorado",
	});
	expect(readRecipient({ number: "1", timeZone: 7, state: {} })).toEqual({
		number: "1",
		timeZone: "7",
		state: "(no text)",
	});
});

it("reads `fields` too, which win", () => {
	const row = { number: "1", a: "outside", b: "b", fields: { a: "inside", c: 3, d: [], e: "" } };
	expect(readRecipient(row)).toEqual({ number: "1", fields: { a: "inside", b: "b", c: "3" } });
	expect(readRecipient({ number: "1", fields: "a word" })).toEqual({
		number: "1",
		fields: { fields: "a word" },
	});
});

it("leaves out values that are no words, and names that are none", () => {
	const row = JSON.parse('{"number":"1","a":null,"b":true,"c":{},"d":" ","":"x","__proto__":"x"}') as unknown;
	expect(readRecipient(row)).toEqual({ number: "1" });
});

it.each([
	[null, "(no text)"],
	[true, "(no text)"],
	[14155550199, "14155550199"],
	[["+14155550199"], "(no text)"],
	[{}, ""],
	[{ number: null }, ""],
	[{ number: 5 }, "5"],
	[{ number: { a: 1 } }, "(no text)"],
	["", ""],
	["x".repeat(64), "x".repeat(64)],
	["1".repeat(65), `${"1".repeat(63)}…`],
	["\ud83d", "\ufffd"],
])("hands %j on as text, for the engine to set aside", (row, number) => {
	expect(readRecipient(row)).toEqual({ number });
});
