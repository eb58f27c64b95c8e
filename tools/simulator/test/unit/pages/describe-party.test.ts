import { expect, it } from "vitest";
import { describeListed, describeNumber } from "../../../pages/domain/phones/describe-party.ts";

it("names a person by name and puts the extension beside the number", () => {
	expect(describeListed("Jane Smith, extension 101", "+14155550101")).toEqual({
		name: "Jane Smith",
		detail: "101 · +1 (415) 555-0101",
	});
	expect(describeListed("Acme Corp main line", "+18005550100")).toEqual({
		name: "Acme Corp main line",
		detail: "+1 (800) 555-0100",
	});
});

it("says No Caller ID for a number that is withheld", () => {
	expect(describeNumber("anonymous")).toBe("No Caller ID");
	expect(describeNumber("Restricted")).toBe("No Caller ID");
	expect(describeNumber("+14155550199")).toBe("+1 (415) 555-0199");
});
