import { describe, expect, it } from "vitest";
import { mergeMessage, openThread, prependOlder } from "../../src/screens/inbox/domain/thread.ts";
import { type Besides, buildTimeline, type TimelineItem } from "../../src/screens/inbox/domain/timeline.ts";
import {
	answerOf,
	at,
	byAssistant,
	byPerson,
	callAt,
	conversation,
	noteAt,
	textOf,
	voicemailAt,
} from "./fixtures.ts";

const none: Besides = {
	calls: [],
	voicemails: [],
	firstUnreadId: null,
	dayOf: (instant) => instant.slice(0, 10),
};
const threadOf = (messages: ReturnType<typeof textOf>[], notes: ReturnType<typeof noteAt>[] = []) =>
	openThread({ ...conversation, messages, notes, nextCursor: null });
const kinds = (sections: { items: readonly TimelineItem[] }[]) =>
	sections.flatMap(({ items }) => items.map(({ kind }) => kind));

describe("the timeline", () => {
	it("lays notes, calls and voicemail between the texts of their time", () => {
		const thread = threadOf([textOf(0), textOf(10), textOf(20)], [noteAt(15)]);
		const sections = buildTimeline(thread, {
			...none,
			calls: [callAt(5)],
			voicemails: [voicemailAt(25, "call_elsewhere")],
		});
		expect(kinds(sections)).toEqual(["day", "text", "call", "text", "note", "text", "voicemail"]);
	});

	it("puts a voicemail into its call", () => {
		const [section] = buildTimeline(threadOf([textOf(0)]), {
			...none,
			calls: [callAt(5)],
			voicemails: [voicemailAt(6, "call_5")],
		});
		expect(section?.items.at(-1)).toMatchObject({ kind: "call", voicemail: { id: "vm_6" } });
		expect(section?.items).toHaveLength(3);
	});

	it("keeps the server's order of texts, whatever their times say", () => {
		const sections = buildTimeline(threadOf([textOf(10), textOf(3), textOf(12)]), none);
		const ids = sections.flatMap(({ items }) =>
			items.filter(({ kind }) => kind === "text").map(({ id }) => id),
		);
		expect(ids).toEqual([textOf(10).id, textOf(3).id, textOf(12).id]);
	});

	it("begins each calendar day with a heading, also between two pages", () => {
		const evening = textOf(0, { createdAt: "2026-11-29T23:59:00Z" });
		const morning = textOf(1, { createdAt: "2026-11-30T00:01:00Z" });
		const thread = prependOlder(
			openThread({ ...conversation, messages: [morning], notes: [], nextCursor: "older" }),
			{
				...conversation,
				messages: [evening],
				notes: [],
				nextCursor: null,
			},
		);
		expect(kinds(buildTimeline(thread, none))).toEqual(["day", "text", "day", "text"]);
	});

	it("says where somebody else began to speak", () => {
		const thread = threadOf([
			textOf(0),
			textOf(1, byAssistant),
			textOf(2, byPerson("Jane")),
			textOf(3),
			textOf(4, byAssistant),
		]);
		const handoffs = buildTimeline(thread, none).flatMap(({ items }) =>
			items.filter((item) => item.kind === "handoff"),
		);
		expect(handoffs.map(({ speaker }) => speaker)).toEqual(["Jane", null]);
	});

	it("takes no campaign and no automatic answer for a turn to speak", () => {
		const campaign = textOf(2, { direction: "outbound", author: "campaign" });
		const system = textOf(3, { direction: "outbound", author: "system" });
		const thread = threadOf([textOf(1, byAssistant), campaign, system, textOf(4, byAssistant)]);
		expect(kinds(buildTimeline(thread, none))).not.toContain("handoff");
	});

	it("marks the first unread text, and since when a person is waited for", () => {
		const thread = openThread({ ...answerOf(0, 2), waitingSince: at(1), waitingReason: "complaint" });
		expect(kinds(buildTimeline(thread, { ...none, firstUnreadId: textOf(2).id }))).toEqual([
			"day",
			"text",
			"text",
			"waiting",
			"unread",
			"text",
		]);
	});

	it("leaves calls from before the oldest text out until that is the first of all", () => {
		const besides = { ...none, calls: [callAt(-100)] };
		const opened = openThread(answerOf(50, 60));
		expect(kinds(buildTimeline(opened, besides))).not.toContain("call");
		expect(kinds(buildTimeline({ ...opened, olderCursor: null }, besides))).toContain("call");
	});

	it("stands texts of one speaker within five minutes together", () => {
		const thread = threadOf([textOf(0), textOf(4), textOf(9), textOf(10, byAssistant), textOf(11)]);
		const rows = buildTimeline(thread, none).flatMap(({ items }) =>
			items.flatMap((item) => (item.kind === "text" ? [[item.isFirst, item.isLast]] : [])),
		);
		expect(rows).toEqual([
			[true, false],
			[false, true],
			[true, true],
			[true, true],
			[true, true],
		]);
	});

	it("draws up only the page in which something is different", () => {
		const thread = prependOlder(openThread(answerOf(50, 99)), answerOf(0, 49));
		const before = buildTimeline(thread, none);
		const after = buildTimeline(mergeMessage(thread, textOf(99, { body: "other" })), none);
		expect(after[0]).toBe(before[0]);
		expect(after[1]).not.toBe(before[1]);
	});

	it("builds ten thousand texts in a moment, and again in less", () => {
		let thread = openThread(answerOf(9900, 9999));
		for (let from = 9800; from >= 0; from -= 100) thread = prependOlder(thread, answerOf(from, from + 99));
		const first = measure(() => buildTimeline(thread, none));
		const again = measure(() => buildTimeline(mergeMessage(thread, textOf(10_000)), none));
		expect(first).toBeLessThan(2000);
		expect(again).toBeLessThan(first);
	});
});

function measure(run: () => unknown): number {
	const before = performance.now();
	run();
	return performance.now() - before;
}
