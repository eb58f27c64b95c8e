import { describe, expect, it } from "vitest";
import { readRecipientQuery } from "../../src/reading/read-recipient-query.ts";

describe("a typed search for a recipient", () => {
	it.each(["(415) 555-0199", "415.555.0199", "+1 415 555 0199", "1-415-555-0199", "4155550199"])(
		"is the whole number: %j",
		(typed) => {
			expect(readRecipientQuery(typed)).toEqual({ kind: "number", number: "+14155550199" });
		},
	);

	it.each([
		["415 555", ["+415555", "+1415555"], "415555"],
		["0199", ["+0199", "+10199"], "0199"],
		["+1 415", ["+1415"], null],
		["+49 30 123456", ["+4930123456"], null],
	])("is a part of one: %j", (typed, beginnings, end) => {
		expect(readRecipientQuery(typed)).toEqual({ kind: "part", beginnings, end });
	});

	it.each([
		["anne ÖZ", ["anne ÖZ", "anne öz", "ANNE ÖZ", "Anne Öz"]],
		["42a", ["42a", "42A"]],
		["+", ["+"]],
		["1 + 1", ["1 + 1"]],
		["-", ["-"]],
	])("is part of a field's value: %j", (typed, spellings) => {
		expect(readRecipientQuery(typed)).toEqual({ kind: "field", spellings });
	});
});
