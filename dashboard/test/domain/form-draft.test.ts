import { describe, expect, it } from "vitest";
import { changeField, conflictsOf, keepMine, settleDraft, takeTheirs } from "../../src/domain/form-draft.ts";
import { numberOf, readTyped } from "../../src/domain/typed-number.ts";

const stored = { greeting: "Hello.", hoursText: "9 to 5", senderRates: { "+1800": 1, "+1415": 2 } };

describe("a draft of a form", () => {
	it("holds what differs, with the value it differs from", () => {
		const draft = changeField(null, stored, "greeting", "Hi.");
		expect(draft).toEqual({ values: { greeting: "Hi." }, base: { greeting: "Hello." } });
		expect(changeField(draft, { ...stored, greeting: "Good day." }, "greeting", "Hi!")?.base).toEqual({
			greeting: "Hello.",
		});
	});

	it("is none once everything is as it was", () => {
		const draft = changeField(changeField(null, stored, "greeting", "Hi."), stored, "hoursText", "");
		expect(changeField(draft, stored, "hoursText", "9 to 5")?.values).toEqual({ greeting: "Hi." });
		expect(
			changeField(changeField(null, stored, "greeting", "Hi."), stored, "greeting", "Hello."),
		).toBeNull();
		expect(changeField(null, stored, "senderRates", { "+1415": 2, "+1800": 1 })).toBeNull();
	});

	it("is in conflict where somebody else saved another value of the same field", () => {
		const draft = changeField(null, stored, "greeting", "Hi.");
		expect(conflictsOf(draft, stored)).toEqual([]);
		expect(conflictsOf(draft, { ...stored, hoursText: "8 to 4" })).toEqual([]);
		expect(conflictsOf(draft, { ...stored, greeting: "Hi." })).toEqual([]);
		const theirs = { ...stored, greeting: "Good day." };
		expect(conflictsOf(draft, theirs)).toEqual([{ field: "greeting", theirs: "Good day.", mine: "Hi." }]);
		expect(takeTheirs(draft, "greeting")).toBeNull();
		expect(conflictsOf(keepMine(draft, theirs, "greeting"), theirs)).toEqual([]);
		expect(conflictsOf(null, theirs)).toEqual([]);
	});

	it("keeps after saving what was typed meanwhile", () => {
		const sent = { greeting: "Hi.", hoursText: "8 to 4" };
		const draft = { values: { greeting: "Hi there.", hoursText: "8 to 4" }, base: {} };
		expect(settleDraft(draft, sent, { ...stored, ...sent })).toEqual({
			values: { greeting: "Hi there." },
			base: { greeting: "Hi." },
		});
		expect(settleDraft({ values: sent, base: {} }, sent, stored)).toBeNull();
	});
});

describe("a typed number", () => {
	it("stays text while it is being typed", () => {
		expect(["20", "0.5", "0.0", "1.", "", "x", "1e3"].map(readTyped)).toEqual([
			20,
			0.5,
			"0.0",
			"1.",
			"",
			"x",
			"1e3",
		]);
	});

	it("is read with a point or a comma", () => {
		expect(["0.50", "0,5", "1.", " 7 ", "", "-1", "x", 3].map(numberOf)).toEqual([
			0.5,
			0.5,
			1,
			7,
			null,
			null,
			null,
			3,
		]);
	});
});
