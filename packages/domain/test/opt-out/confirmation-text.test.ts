import { describe, expect, it } from "vitest";
import { writeConfirmationText } from "../../src/opt-out/confirmation-text.ts";
import { countSegments } from "../../src/segments/count-segments.ts";

describe("confirmation of an opt-out", () => {
	it("names the company, says that it is over, and how to come back", () => {
		expect(writeConfirmationText("Acme Plumbing")).toBe(
			"Acme Plumbing: You are unsubscribed and will get no more texts from us. Reply START to get them again.",
		);
	});

	it.each([
		"",
		"A",
		"a".repeat(68),
		"a".repeat(69),
		"a".repeat(70),
		"x".repeat(500),
		"Café Ñandú™ “Señor’s” 🍕",
		"株式会社",
		"{Brackets} & [€uro]",
		"line\nbreak\tand   blanks",
	])("is one segment of at most 160 GSM characters for the name %j", (name) => {
		const text = writeConfirmationText(name);
		expect(text.length).toBeLessThanOrEqual(160);
		expect(countSegments(text)).toMatchObject({ encoding: "GSM-7", segments: 1, nonGsmCharacters: [] });
		expect(text).toContain("no more texts");
	});

	it("keeps what it can of a foreign name", () => {
		expect(writeConfirmationText("Café Ñandú “Señor’s” 🍕")).toMatch(/^Café Ñandu Señor's: You are/);
		expect(writeConfirmationText("株式会社")).toMatch(/^You are unsubscribed/);
	});

	it("shortens a name only when the whole would not fit", () => {
		const room = 160 - (writeConfirmationText("A").length - 1);
		expect(writeConfirmationText("b".repeat(room))).toHaveLength(160);
		expect(writeConfirmationText("b".repeat(room + 1))).toMatch(/^b+\.\.\.: You/);
	});

	it("carries no marketing: no link, no offer, one sentence about each thing", () => {
		expect(writeConfirmationText("Acme")).not.toMatch(/https?:|www\.|%|\$|sale|offer|discount/i);
	});
});
