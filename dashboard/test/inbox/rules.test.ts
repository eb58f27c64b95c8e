import { describe, expect, it } from "vitest";
import { canTryAgain, findNewestSent, hasFailed } from "../../src/screens/inbox/domain/delivery.ts";
import { findNeighbour, keepChosen } from "../../src/screens/inbox/domain/keep-chosen.ts";
import { markWords } from "../../src/screens/inbox/domain/mark-words.ts";
import { splitLinks } from "../../src/screens/inbox/domain/split-links.ts";
import { timeToAnswer } from "../../src/screens/inbox/domain/time-to-answer.ts";
import { at, byAssistant, byPerson, dayStart, textOf } from "./fixtures.ts";

const rows = (...ids: string[]) => ids.map((id) => ({ id }));

describe("the row that is chosen", () => {
	it("stays where it was when the filter has no room for it any more", () => {
		expect(keepChosen(rows("a", "b", "c"), rows("a", "c"), "b")).toEqual(rows("a", "b", "c"));
		expect(keepChosen(rows("a", "b"), rows("b"), "a")).toEqual(rows("a", "b"));
	});

	it("stays behind the nearest row above it that is still there", () => {
		expect(keepChosen(rows("a", "b", "c", "d"), rows("n", "a", "d"), "c")).toEqual(rows("n", "a", "c", "d"));
	});

	it("is what the list says otherwise", () => {
		expect(keepChosen(rows("a", "b"), rows("b"), undefined)).toEqual(rows("b"));
		expect(keepChosen(rows("a"), rows("b"), "x")).toEqual(rows("b"));
	});

	it("has a neighbour to go to", () => {
		expect(findNeighbour(rows("a", "b", "c"), "b")).toEqual({ id: "c" });
		expect(findNeighbour(rows("a", "b", "c"), "c")).toEqual({ id: "b" });
		expect(findNeighbour(rows("a"), "a")).toBeUndefined();
	});
});

describe("delivery", () => {
	const failed = (errorCode: number | null) =>
		textOf(1, { ...byPerson("Jane"), status: "undelivered", errorCode });

	it("is tried again only where the same words may arrive", () => {
		for (const code of [30003, 30008, 30001, 21611, 63038, null])
			expect(canTryAgain(failed(code))).toBe(true);
		for (const code of [21610, 30004, 30005, 30006, 30007, 21614, 30032])
			expect(canTryAgain(failed(code))).toBe(false);
	});

	it("is not tried again for a campaign, nor after a refusal that stays", () => {
		expect(canTryAgain({ ...failed(30003), author: "campaign" })).toBe(false);
		const refused = textOf(1, { ...byPerson("Jane"), status: "refused", refusal: "opted_out" });
		expect(canTryAgain(refused)).toBe(false);
		expect(canTryAgain({ ...refused, refusal: "too_many" })).toBe(true);
	});

	it("is told of the newest of ours and never taken for arrived", () => {
		expect(findNewestSent([textOf(1, byAssistant), textOf(2, byPerson("Jane")), textOf(3)])?.id).toBe(
			textOf(2).id,
		);
		expect(hasFailed(textOf(1, { ...byAssistant, status: "sent" }))).toBe(false);
		expect(hasFailed(textOf(1))).toBe(false);
	});
});

describe("links", () => {
	it("lead to addresses of the web, without the sentence's end", () => {
		expect(splitLinks("See https://example.com/a?b=1&c=2, please.")).toEqual([
			{ text: "See ", href: null },
			{ text: "https://example.com/a?b=1&c=2", href: "https://example.com/a?b=1&c=2" },
			{ text: ", please.", href: null },
		]);
	});

	it.each([
		"javascript:alert(1)",
		"JaVaScRiPt:alert(1)//https:",
		"data:text/html,<script>alert(1)</script>",
		"vbscript:msgbox(1)",
		"http://",
		"https:///evil",
		"tel:+14155550100",
	])("are none in %s", (text) => {
		expect(splitLinks(text).every(({ href }) => href === null)).toBe(true);
	});

	it("lose nothing of the text", () => {
		const text = 'a http://x.example/"<b> c https://y.example. d';
		expect(
			splitLinks(text)
				.map((piece) => piece.text)
				.join(""),
		).toBe(text);
		expect(splitLinks(text).filter(({ href }) => href?.includes("<") || href?.includes('"'))).toEqual([]);
	});
});

describe("words that were looked for", () => {
	const marked = (body: string, words: string) =>
		markWords(body, words)
			.map(({ text, isFound }) => (isFound ? `[${text}]` : text))
			.join("");

	it("are marked where a word begins with them", () => {
		expect(marked("The boilers boil, reboil not.", "boil")).toBe("The [boil]ers [boil], reboil not.");
	});

	it("are near the beginning of what is shown", () => {
		expect(marked(`${"word ".repeat(30)}boiler`, "boiler").length).toBeLessThan(60);
	});

	it("may hold signs that mean something elsewhere", () => {
		expect(marked("a+b (c) [d]", "(c) [d] *+?")).toBe("a+b ([c]) [[d]]");
		expect(marked("nothing", "***")).toBe("nothing");
	});
});

describe("the assistant", () => {
	it("may still answer for twenty seconds after the contact's text", () => {
		const newest = textOf(0, { createdAt: at(0) });
		expect(timeToAnswer(newest, dayStart + 5000)).toBe(15_000);
		expect(timeToAnswer(newest, dayStart + 20_000)).toBe(0);
		expect(timeToAnswer(textOf(0, byAssistant), dayStart)).toBe(0);
		expect(timeToAnswer(undefined, dayStart)).toBe(0);
	});
});
