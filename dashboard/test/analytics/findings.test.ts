import type { CallAnalytics, TextAnalytics } from "@cloudpbx/contracts/api/analytics";
import { describe, expect, it } from "vitest";
import {
	averageOf,
	describeAnswered,
	describeAssistant,
	describeBusiest,
	describeCalls,
	describeDelivered,
	describeResponses,
	describeTexts,
} from "../../src/screens/analytics/findings.ts";

const counts = {
	answered: 0,
	voicemail: 0,
	informed: 0,
	blocked: 0,
	failed: 0,
	abandoned: 0,
	talkSeconds: 0,
};

function callReport(total: number, before: number, change: Partial<CallAnalytics> = {}): CallAnalytics {
	return {
		period: "30d",
		callsOut: { total: 0, answered: 0, talkSeconds: 0 },
		timeZone: "UTC",
		from: "2026-10-31T00:00:00.000Z",
		to: "2026-11-30T00:00:00.000Z",
		days: Array.from({ length: 30 }, () => ({ ...counts, date: "2026-11-29", total: 0 })),
		hours: Array.from({ length: 7 }, () => new Array<number>(24).fill(0)),
		missedHours: Array.from({ length: 7 }, () => new Array<number>(24).fill(0)),
		extensions: [],
		receptionist: { calls: 0, transferred: 0, voicemail: 0, informed: 0, menu: 0 },
		totals: { ...counts, total },
		previous: { ...counts, total: before },
		...change,
	};
}

function textReport(change: Partial<TextAnalytics["totals"]>, responses = {}): TextAnalytics {
	const none = {
		received: 0,
		sent: 0,
		delivered: 0,
		undelivered: 0,
		failed: 0,
		refused: 0,
		byAssistant: 0,
		byPeople: 0,
		byCampaigns: 0,
		bySystem: 0,
		optOuts: 0,
		optIns: 0,
	};
	return {
		period: "7d",
		timeZone: "UTC",
		from: "2026-11-23T00:00:00.000Z",
		to: "2026-11-30T00:00:00.000Z",
		days: Array.from({ length: 7 }, () => ({ ...none, date: "2026-11-29" })),
		responses: { within1Minute: 0, within5Minutes: 0, within1Hour: 0, later: 0, never: 0, ...responses },
		totals: { ...none, ...change },
		previous: none,
	};
}

describe("what the calls of a period say", () => {
	it.each([
		[240, 214, "Calls are up 12% against the 30 days before: 240, were 214"],
		[100, 200, "Calls are down 50% against the 30 days before: 100, were 200"],
		[3, 1, "Calls are up 200% against the 30 days before: 3, was 1"],
		[214, 214, "Calls are as many as in the 30 days before: 214"],
		[0, 20, "Calls are down 100% against the 30 days before: 0, were 20"],
		[1, 0, "1 call in 30 days, none in the 30 days before"],
		[0, 0, "No calls in the last 30 days"],
	])("is told of %d after %d", (now, before, sentence) => {
		expect(describeCalls(callReport(now, before))).toBe(sentence);
	});

	it("names the base of each share", () => {
		const totals = { ...counts, total: 240, answered: 197, abandoned: 25, failed: 2 };
		expect(describeAnswered(callReport(240, 0, { totals }))).toBe(
			"82% were answered (197 of 240), 27 missed.",
		);
		expect(describeAnswered(callReport(0, 0))).toBe("");
	});

	it("finds the busiest hour", () => {
		const report = callReport(0, 0);
		const forms = { one: "call", other: "calls" };
		expect(describeBusiest(report.hours, forms, "is busiest")).toBeNull();
		report.hours[1]?.splice(10, 1, 9);
		expect(describeBusiest(report.hours, forms, "is busiest")?.replace(/\u202f/g, " ")).toBe(
			"Tuesday at 10 AM is busiest: 9 calls",
		);
	});

	it("leaves today out of the average", () => {
		expect(averageOf([4, 6, 100])).toBe(5);
		expect(averageOf([3])).toBeNull();
	});
});

describe("what the texts of a period say", () => {
	it("counts both ways", () => {
		expect(describeTexts(textReport({ received: 3, sent: 2 }))).toBe(
			"5 texts in 7 days, none in the 7 days before",
		);
	});

	it("names the base of each share", () => {
		const responses = { within1Minute: 30, within5Minutes: 3, later: 7 };
		expect(describeResponses(textReport({}, responses))).toBe("Answered within 5 min: 83% of 40");
		expect(describeAssistant(textReport({ byAssistant: 3, byPeople: 1 }))).toBe(
			"The assistant wrote 75% of 4 answers",
		);
		expect(describeDelivered(textReport({ sent: 1, delivered: 1 }))).toBe(
			"100% of 1 text reached the telephone",
		);
	});

	it("says so when there is nothing", () => {
		const report = textReport({});
		expect(describeResponses(report)).toBe("No text has needed an answer yet");
		expect(describeAssistant(report)).toBe("Nobody has answered a text yet");
		expect(describeDelivered(report)).toBe("No text has been sent yet");
	});
});
