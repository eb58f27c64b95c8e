import { describe, expect, it } from "vitest";
import {
	decideSend,
	repliesInHourMax,
	type SendFacts,
	sentInHourMax,
	type TextToDecide,
} from "../../src/gate/decide-send.ts";

const noon = new Date("2026-11-20T20:00:00Z");
const facts: SendFacts = {
	isOptedOut: false,
	isPairClosed: false,
	sender: "ours",
	isRecipientOurs: false,
	isCampaignSending: false,
	allowedCountries: ["CA", "US"],
	ceiling: null,
	sentInHour: 0,
	repliesInHour: 0,
	hourEndsAt: new Date("2026-11-20T21:00:00Z"),
};
const text: TextToDecide = {
	from: "+18005550100",
	to: "+14155550199",
	body: "Hi",
	author: "person",
	category: "transactional",
	quietHours: true,
	isConfirmation: false,
	campaignId: null,
};

function decide(more: Partial<TextToDecide>, known: Partial<SendFacts> = {}, now = noon) {
	const decision = decideSend({ ...text, ...more }, { ...facts, ...known }, now);
	return decision.isAllowed ? "allowed" : decision.code;
}

describe("the gate", () => {
	it.each([
		[1600, "allowed"],
		[1601, "too_long"],
	])("at %i characters says %s", (length, verdict) => {
		expect(decide({ body: "x".repeat(length) })).toBe(verdict);
	});

	it.each([
		["x".repeat(160), 1],
		["x".repeat(161), 2],
		["ž".repeat(70), 1],
		["ž".repeat(71), 2],
	])("counts segments (%#)", (body, segments) => {
		expect(decideSend({ ...text, body }, facts, noon).segments).toBe(segments);
	});

	it.each([
		[repliesInHourMax - 1, "assistant", "allowed"],
		[repliesInHourMax, "assistant", "too_many"],
		[repliesInHourMax, "person", "allowed"],
	] as const)("after %i replies lets the %s: %s", (repliesInHour, author, verdict) => {
		expect(decide({ author }, { repliesInHour, sentInHour: repliesInHour })).toBe(verdict);
	});

	it.each([
		[sentInHourMax - 1, "allowed"],
		[sentInHourMax, "too_many"],
	])("after %i texts within the hour says %s", (sentInHour, verdict) => {
		expect(decide({}, { sentInHour })).toBe(verdict);
	});

	it("lets the one confirmation through to whoever is out, and nothing else", () => {
		expect(decide({ isConfirmation: true }, { isOptedOut: true, sentInHour: 500 })).toBe("allowed");
		for (const author of ["person", "assistant", "campaign", "system"] as const) {
			expect(decide({ author }, { isOptedOut: true })).toBe("opted_out");
		}
	});

	it.each([
		["2026-11-21T15:59:00Z", "quiet_hours"],
		["2026-11-21T16:00:00Z", "allowed"],
		["2026-11-22T04:59:00Z", "allowed"],
		["2026-11-22T05:00:00Z", "quiet_hours"],
	])("holds marketing to California at %s: %s", (now, verdict) => {
		const marketing = { category: "marketing", author: "campaign" } as const;
		expect(decide(marketing, {}, new Date(now))).toBe(verdict);
		expect(decide({ ...marketing, quietHours: false }, {}, new Date(now))).toBe("allowed");
		expect(decide({}, {}, new Date(now))).toBe("allowed");
	});

	it.each([
		[{ campaignId: "cmp_1" }, true, "allowed"],
		[{ campaignId: "cmp_1" }, false, "campaign_stopped"],
		[{ campaignId: null }, false, "allowed"],
	])("of %o whose campaign is sending (%s) says %s", (more, isCampaignSending, verdict) => {
		expect(decide(more, { isCampaignSending })).toBe(verdict);
	});

	it("says when a text that is too early may be asked for again", () => {
		const early = new Date("2026-11-21T12:00:00Z");
		const decision = decideSend({ ...text, category: "marketing" }, facts, early);
		expect(decision).toMatchObject({ problem: "later", retryAt: new Date("2026-11-21T16:00:00Z") });
	});

	it("speaks of the opt-out before the hour: the first cannot be waited for", () => {
		const early = new Date("2026-11-21T12:00:00Z");
		expect(decide({ category: "marketing" }, { isOptedOut: true }, early)).toBe("opted_out");
	});
});
