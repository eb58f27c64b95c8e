import { describe, expect, it } from "vitest";
import { type AnswerState, mayAnswer } from "../../src/assistant/may-answer.ts";

describe("whether the assistant may answer", () => {
	const now = new Date("2026-11-20T18:00:00Z");
	const state: AnswerState = {
		mode: "assistant",
		inboundSequence: 3,
		answeredSequence: 2,
		isOptedOut: false,
		isAssistantOn: true,
		isInDanger: false,
		talk: [],
	};
	const same = (count: number, minutesAgo = 1) =>
		Array.from({ length: count }, () => ({
			by: "contact" as const,
			text: "Hello there",
			at: now.getTime() - minutesAgo * 60_000,
		}));

	it.each<[string, Partial<AnswerState>, string]>([
		["the newest text of its own conversation", {}, "answer"],
		["a text that has a newer one behind it", { inboundSequence: 4 }, "aside"],
		["a text that was answered", { answeredSequence: 3 }, "answered"],
		["a person's conversation", { mode: "human" }, "not_ours"],
		["one that waits for people", { mode: "waiting" }, "not_ours"],
		["somebody who is out", { isOptedOut: true }, "opted_out"],
		["somebody in danger although it is switched off", { isInDanger: true, isAssistantOn: false }, "answer"],
		["somebody in danger who is out, without a text", { isInDanger: true, isOptedOut: true }, "wait"],
		["anybody while it is switched off", { isAssistantOn: false }, "wait"],
		["the same words a third time", { talk: same(3) }, "answer"],
		["the same words a fourth time", { talk: same(4) }, "wait"],
		["the same words of another day", { talk: same(9, 90) }, "answer"],
	])("%s", (_name, more, verdict) => {
		expect(mayAnswer({ ...state, ...more }, 3, now).kind).toBe(verdict);
	});
});
