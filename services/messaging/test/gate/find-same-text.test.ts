import { describe, expect, it } from "vitest";
import { findSameText } from "../../src/gate/find-same-text.ts";

const trial = "Sent from your Twilio trial account - ";
const find = (body: string, ...bodies: string[]) =>
	findSameText(
		body,
		bodies.map((one) => ({ body: one })),
	)?.body ?? null;

describe("a text of ours at the carrier", () => {
	it.each([
		["the same words", "We are open until six.", "We are open until six."],
		["spaces at the ends", "Yes ", "Yes"],
		["other line ends", "One\r\nTwo", "One\nTwo"],
		["a trial account's notice", "Yes", `${trial}Yes`],
		["a trial account's notice without a space behind", "Yes", "Sent from your Twilio trial account -Yes"],
		["a trial account's notice and other quotes", "It’s ready", `${trial}It's ready`],
		["our own words that begin like the notice", `${trial}Yes`, `${trial}${trial}Yes`],
		["Smart Encoding of quotes", "It’s “ready”", 'It\'s "ready"'],
		["Smart Encoding of guillemets", "«ready»", '"ready"'],
		["Smart Encoding of dashes", "Mon–Fri — all day", "Mon-Fri - all day"],
		["Smart Encoding of an ellipsis", "Wait…", "Wait..."],
		["Smart Encoding of a no-break space", "5\u00a0pm", "5 pm"],
		["a thin space", "10\u2009000", "10 000"],
		["a zero-width space", "cloud\u200bpbx", "cloudpbx"],
		["spaces that a network folds", "One  two\n three", "One two three"],
		["decomposed accents", "Caf\u0065\u0301", "Café"],
		["full-width letters", "ＡＢＣ", "ABC"],
		["an emoji's variation selector", "☎\ufe0f Call us", "☎ Call us"],
	])("is found with %s", (_what, ours, theirs) => {
		expect(find(ours, theirs)).toBe(theirs);
	});

	it.each([
		["other words", "Yes", "No"],
		["more words", "Yes", "Yes, at six"],
		["fewer words", "Yes, at six", "Yes"],
		["another number", "Your code is 1234", "Your code is 1235"],
		["another case", "yes", "YES"],
		["another mark", "Ready?", "Ready!"],
		["another emoji", "👍", "👎"],
		["another accent", "Cafe", "Café"],
		["another amount", "$5", "€5"],
		["another order", "a b", "b a"],
		["the notice alone", "Yes", trial],
		["nothing", "Yes", ""],
		["a notice that is not at its beginning", "Yes", `Yes ${trial}`],
		["a notice of another kind", "Yes", "Sent from my phone - Yes"],
	])("is not found with %s", (_what, ours, theirs) => {
		expect(find(ours, theirs)).toBeNull();
	});

	it("is the one with exactly our words before one that only looks alike, and the first of several", () => {
		expect(find("It’s six", "It's six", "It’s six")).toBe("It’s six");
		expect(find("Yes", `${trial}Yes`, "Yes")).toBe("Yes");
		const texts = [
			{ body: "Yes", id: 1 },
			{ body: "Yes", id: 2 },
		];
		expect(findSameText("Yes", texts)).toBe(texts[0]);
		expect(findSameText("Yes", [])).toBeNull();
	});
});
